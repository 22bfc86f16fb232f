package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tare.filetree.FileTree;
import dev.tare.inspection.SecretPlace.File;
import dev.tare.secret.Certainty;
import dev.tare.secret.SecretCounts;

/**
 * The secrets of an image.
 *
 * @param items by certainty, hidden secrets first, because their authors believe that they are deleted; only some
 *              published ones
 * @param more  the number of other secrets, which are not kept
 */
public record Secrets(List<Secret> items, SecretCounts more) {

    /** An image without secrets. */
    public static final Secrets NONE = new Secrets(List.of(), SecretCounts.NONE);

    /** The maximum number of listed secrets of an image, and of one layer and certainty. */
    static final int MOST = 1_000;

    /** The maximum number of listed published secrets of an image. */
    static final int MOST_PUBLISHED = 100;

    private static final Comparator<File> FILES = Comparator.comparing(File::path, FileTree.ORDER)
            .thenComparing(File::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingInt(File::layer)
            .thenComparing(File::hiddenBy, Comparator.nullsFirst(Comparator.naturalOrder()));

    private static final Comparator<Secret> ORDER = Comparator.comparing(Secret::certainty)
            .thenComparing(secret -> !secret.place().isHidden())
            .thenComparing(Secret::place, Secrets::comparePlaces);

    public Secrets {
        items = List.copyOf(items);
    }

    /** The secrets of one certainty. */
    public List<Secret> of(Certainty certainty) {
        return this.items.stream().filter(secret -> secret.certainty() == certainty).toList();
    }

    /** The number of secrets of one certainty, listed or not. */
    public long count(Certainty certainty) {
        return of(certainty).size() + this.more.of(certainty);
    }

    /** Files are in the order of their paths, after all other places, which keep the order of the config. */
    private static int comparePlaces(SecretPlace one, SecretPlace other) {
        return one instanceof File file && other instanceof File otherFile ? FILES.compare(file, otherFile)
                : Boolean.compare(one instanceof File, other instanceof File);
    }

    /** Sorts the secrets, and keeps as many as an image may have. */
    public static Secrets of(List<Secret> secrets, SecretCounts more) {
        List<Secret> kept = new ArrayList<>();
        SecretCounts rest = more;
        int published = 0;
        for (Secret secret : secrets.stream().distinct().sorted(ORDER).toList()) {
            boolean isPublished = secret.certainty() == Certainty.PUBLISHED;
            if (kept.size() < MOST && (!isPublished || published < MOST_PUBLISHED)) {
                kept.add(secret);
                published += isPublished ? 1 : 0;
            } else {
                rest = rest.plus(secret.certainty(), 1);
            }
        }
        return new Secrets(kept, rest);
    }
}
