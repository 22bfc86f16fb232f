package dev.tare.inspection;

import java.util.Comparator;
import java.util.List;

import dev.tare.secret.Certainty;

/**
 * The secrets of an image.
 *
 * @param items those that are hidden first, since whoever deleted them thinks them gone; then by what they are worth
 * @param more  how many others there are, of which nothing is kept
 */
public record Secrets(List<Secret> items, long more) {

    /** Where there are none. */
    public static final Secrets NONE = new Secrets(List.of(), 0);

    /** Of one layer, and of an image. */
    static final int MOST = 1_000;

    private static final Comparator<Secret> ORDER = Comparator
            .comparing((Secret secret) -> !secret.place().isHidden())
            .thenComparing(Secret::certainty);

    public Secrets {
        items = List.copyOf(items);
    }

    /** Those of one certainty. */
    public List<Secret> of(Certainty certainty) {
        return this.items.stream().filter(secret -> secret.certainty() == certainty).toList();
    }

    /** Puts them in order, and keeps as many as an image may have. */
    public static Secrets of(List<Secret> secrets, long more) {
        List<Secret> all = secrets.stream().distinct().sorted(ORDER).toList();
        List<Secret> kept = all.subList(0, Math.min(all.size(), MOST));
        return new Secrets(kept, more + all.size() - kept.size());
    }
}
