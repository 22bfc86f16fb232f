package dev.tare.secret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The secrets of one content.
 *
 * @param matches the first secrets of each certainty
 * @param more    the number of other secrets
 */
public record ContentSecrets(List<SecretMatch> matches, SecretCounts more) {

    /** No secrets. */
    public static final ContentSecrets NONE = new ContentSecrets(List.of(), SecretCounts.NONE);

    public ContentSecrets {
        matches = List.copyOf(matches);
    }

    /** Whether the content has no secret. */
    public boolean isEmpty() {
        return this.matches.isEmpty() && this.more.byCertainty().isEmpty();
    }

    /** The number of listed secrets of one certainty. */
    public int kept(Certainty certainty) {
        return (int) this.matches.stream().filter(match -> match.kind().certainty() == certainty).count();
    }

    /**
     * A copy with fewer listed secrets; the others are counted.
     *
     * @param most the maximum number of listed secrets of a certainty
     */
    public ContentSecrets first(ToIntFunction<Certainty> most) {
        Map<Certainty, Integer> seen = new EnumMap<>(Certainty.class);
        List<SecretMatch> first = new ArrayList<>();
        SecretCounts rest = this.more;
        for (SecretMatch match : this.matches) {
            Certainty certainty = match.kind().certainty();
            if (seen.merge(certainty, 1, Integer::sum) <= most.applyAsInt(certainty)) {
                first.add(match);
            } else {
                rest = rest.plus(certainty, 1);
            }
        }
        return new ContentSecrets(first, rest);
    }
}
