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

    /**
     * Judges an image on one platform. Returns one finding for each budget that applies.
     *
     * @param image     index of the image
     * @param name      of the image, for the evidence
     * @param bytes     compressed
     * @param reference the compressed bytes of the first image on this platform; {@code null} for the first image itself,
     *                  or if it does not have the platform
     */
    public List<Finding> judge(String platform, int image, String name, long bytes, @Nullable Long reference) {
        List<Finding> findings = new ArrayList<>();
        if (this.maxCompressed != null) {
            findings.add(finding("max-compressed", platform, image, this.maxCompressed.text(),
                    this.maxCompressed.bytes(), bytes, name + " (" + platform + ") has " + Bytes.exact(bytes)
                            + " compressed, "));
        }
        if (this.maxGrowth != null && reference != null) {
            findings.add(finding("max-growth", platform, image, this.maxGrowth.text(),
                    this.maxGrowth.most(reference), bytes,
                    name + " (" + platform + ") has " + Bytes.exact(bytes) + " compressed, " + grown(reference, bytes)
                            + " the first image, "));
        }
        return findings;
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

    /**
     * The finding of a budget on one image.
     *
     * @param budget      the kind of budget, {@code max-compressed} or {@code max-growth}
     * @param image       index of the image
     * @param limit       as configured, such as {@code 200MB} or {@code 5%}
     * @param limitBytes  the maximum of compressed bytes
     * @param actualBytes the compressed bytes of the image
     * @param verdict     {@link Verdict#PASS} or {@link Verdict#FAIL}
     * @param evidence    a sentence with the figures
     */
    public record Finding(String budget, String platform, int image, String limit, long limitBytes, long actualBytes,
            Verdict verdict, String evidence) {}
}
