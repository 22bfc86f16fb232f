package dev.tare.policy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.check.Verdict;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Limits on the gross size of images: the uncompressed bytes of all layers. Every image has this size.
 *
 * @param maxUncompressed the maximum size of each image, or {@code null} for no limit
 * @param maxGrowth       the maximum growth of each further image over the first, or {@code null} for no limit
 */
public record Budgets(@Nullable ByteSize maxUncompressed, @Nullable Percentage maxGrowth) {

    /** No budgets. */
    public static final Budgets NONE = new Budgets(null, null);

    /** Judges every image of a comparison. Returns one finding for each image and budget that applies. */
    public List<BudgetFinding> judge(Comparison comparison) {
        List<Inspection> images = comparison.images();
        return Stream.concat(totals(images), growths(images)).toList();
    }

    /** Judges one image. Growth does not apply. */
    public List<BudgetFinding> judge(Inspection image) {
        return totals(List.of(image)).toList();
    }

    private Stream<BudgetFinding> totals(List<Inspection> images) {
        ByteSize limit = this.maxUncompressed;
        return limit == null ? Stream.of()
                : IntStream.range(0, images.size()).mapToObj(i -> total(limit, i, images.get(i)));
    }

    private Stream<BudgetFinding> growths(List<Inspection> images) {
        Percentage limit = this.maxGrowth;
        return limit == null ? Stream.of()
                : IntStream.range(1, images.size()).mapToObj(i -> growth(limit, i, images.get(i), images.getFirst()));
    }

    private static BudgetFinding total(ByteSize limit, int index, Inspection image) {
        long actual = uncompressed(image);
        return finding("max-uncompressed", index, limit.text(), limit.bytes(), actual,
                "%s has %s uncompressed, %s".formatted(name(image), Bytes.exact(actual),
                        margin(limit.bytes(), actual)));
    }

    private static BudgetFinding growth(Percentage limit, int index, Inspection image, Inspection reference) {
        long actual = uncompressed(image);
        long most = limit.grow(uncompressed(reference));
        return finding("max-growth", index, limit.text(), most, actual,
                "%s has %s uncompressed (%s: %s), %s".formatted(name(image), Bytes.exact(actual),
                        name(reference), Counts.of(uncompressed(reference)), margin(most, actual)));
    }

    private static BudgetFinding finding(String budget, int image, String limit, long most, long actual,
            String evidence) {
        return new BudgetFinding(budget, image, limit, most, actual, actual > most ? Verdict.FAIL : Verdict.PASS,
                evidence);
    }

    private static String margin(long most, long actual) {
        return actual > most ? "%s more than the allowed %s.".formatted(Counts.of(actual - most), Counts.of(most))
                : "within the allowed %s.".formatted(Counts.of(most));
    }

    private static long uncompressed(Inspection image) {
        return image.weight().sizes().uncompressed();
    }

    private static String name(Inspection image) {
        return image.image().name();
    }

    /**
     * The finding of a budget on one image.
     *
     * @param budget      the kind of budget, {@code max-uncompressed} or {@code max-growth}
     * @param image       index of the image in its comparison
     * @param limit       as configured, such as {@code 200MB} or {@code 5%}
     * @param limitBytes  the maximum of uncompressed bytes
     * @param actualBytes the uncompressed bytes of the image
     * @param verdict     {@link Verdict#PASS} or {@link Verdict#FAIL}
     * @param evidence    a sentence with the figures
     */
    public record BudgetFinding(String budget, int image, String limit, long limitBytes, long actualBytes,
            Verdict verdict, String evidence) {}
}
