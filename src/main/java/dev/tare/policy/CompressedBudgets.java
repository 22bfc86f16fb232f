package dev.tare.policy;

import java.util.ArrayList;
import java.util.List;

import dev.tare.limits.ByteSize;
import dev.tare.policy.check.Verdict;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the compressed size of images, which is known without their layers.
 *
 * @param maxCompressed the maximum size of each image on each platform, or {@code null} for no limit
 * @param maxGrowth     the maximum growth over the first image, or {@code null} for no limit
 */
public record CompressedBudgets(@Nullable ByteSize maxCompressed, @Nullable GrowthLimit maxGrowth) {

    /** No budgets. */
    public static final CompressedBudgets NONE = new CompressedBudgets(null, null);

    private static final String MAX_GROWTH = "max-growth";

    /**
     * Judges an image on one platform. Returns one finding for each budget that applies.
     *
     * @param image     index of the image
     * @param name      of the image, for the evidence
     * @param bytes     compressed
     * @param reference the first image on this platform; {@code null} for the first image itself
     */
    public List<Finding> judge(String platform, int image, String name, long bytes, @Nullable Reference reference) {
        List<Finding> findings = new ArrayList<>();
        if (this.maxCompressed != null) {
            findings.add(finding("max-compressed", platform, image, this.maxCompressed.text(),
                    this.maxCompressed.bytes(), bytes, name + " (" + platform + ") has " + Bytes.exact(bytes)
                            + " compressed, "));
        }
        if (this.maxGrowth != null) {
            switch (reference) {
                case Reference.Known(long first) -> findings.add(finding(MAX_GROWTH, platform, image,
                        this.maxGrowth.text(), this.maxGrowth.most(first), bytes, name + " (" + platform + ") has "
                                + Bytes.exact(bytes) + " compressed, " + grown(first, bytes) + " the first image, "));
                case Reference.Unknown(String because) ->
                        findings.add(new Finding(MAX_GROWTH, platform, image, this.maxGrowth.text(), null, bytes,
                                Verdict.UNKNOWN, because + ", so the growth of " + name + " is unknown."));
                case null -> {}
            }
        }
        return findings;
    }

    /**
     * The verdict on all images: FAIL if a budget is exceeded. Otherwise UNKNOWN if the growth of no image is known although
     * it has a limit.
     */
    public Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAIL)) {
            return Verdict.FAIL;
        }
        return this.maxGrowth != null && findings.stream()
                .noneMatch(finding -> finding.budget().equals(MAX_GROWTH) && finding.verdict() == Verdict.PASS)
                        ? Verdict.UNKNOWN
                        : Verdict.PASS;
    }

    private static String grown(long from, long to) {
        return from == to ? "as many as" : Counts.of(Math.abs(to - from)) + (to > from ? " more than" : " fewer than");
    }

    private static Finding finding(String budget, String platform, int image, String limit, long most, long actual,
            String start) {
        boolean exceeded = actual > most;
        return new Finding(budget, platform, image, limit, most, actual, exceeded ? Verdict.FAIL : Verdict.PASS,
                start + (exceeded ? Counts.of(actual - most) + " more than the allowed " : "within the allowed ")
                        + Counts.of(most) + ".");
    }

    /** The size of the first image, with which another one is compared. */
    public sealed interface Reference {

        /** @param bytes compressed */
        record Known(long bytes) implements Reference {}

        /** @param because a clause without a full stop */
        record Unknown(String because) implements Reference {}
    }

    /**
     * The finding of a budget on one image.
     *
     * @param budget      the kind of budget, {@code max-compressed} or {@code max-growth}
     * @param image       index of the image
     * @param limit       as configured, such as {@code 200MB} or {@code 5%}
     * @param limitBytes  the maximum of compressed bytes; {@code null} if the verdict is UNKNOWN
     * @param actualBytes the compressed bytes of the image
     * @param verdict     {@link Verdict#PASS} or {@link Verdict#FAIL}; {@link Verdict#UNKNOWN} if the first image has no
     *                    size to compare with
     * @param evidence    a sentence with the figures
     */
    public record Finding(String budget, String platform, int image, String limit, @Nullable Long limitBytes,
            long actualBytes, Verdict verdict, String evidence) {}
}
