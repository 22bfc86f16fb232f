package dev.tare.policy;

import dev.tare.policy.check.Verdict;

/**
 * The finding of a budget on one image.
 *
 * @param budget      the kind of budget, {@code max-uncompressed} or {@code max-growth}
 * @param image       index of the image in its comparison
 * @param limit       as it was given, such as {@code 200MB} or {@code 5%}
 * @param limitBytes  the most uncompressed bytes that the image may have
 * @param actualBytes the uncompressed bytes that it has
 * @param verdict     {@link Verdict#PASS} or {@link Verdict#FAIL}
 * @param evidence    a sentence with the figures
 */
public record BudgetFinding(String budget, int image, String limit, long limitBytes, long actualBytes,
        Verdict verdict, String evidence) {}
