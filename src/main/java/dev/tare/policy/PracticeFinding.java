package dev.tare.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a practice says of one image.
 *
 * @param evidence sentences that carry the verdict, with the paths, values and bytes they rest on; never empty
 * @param remedy   what to do about it, or {@code null} if there is nothing to do
 */
public record PracticeFinding(Practice practice, Verdict verdict, List<String> evidence, @Nullable String remedy) {

    public PracticeFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The practice " + practice.id() + " gives no evidence");
        }
    }
}
