package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison comes to: the one document that the page, the JSON API, the Markdown and the text are written from.
 * Its JSON form is stable: names do not change and are not removed while {@code formatVersion} stays the same, every
 * size is a number of bytes whose name says which size, digests are strings, and what is unknown is {@code null} with
 * the reason beside it. Lists that can grow large are {@linkplain Listing cut}, and say by how much.
 *
 * @param formatVersion of this document's shape
 * @param verdict       FAIL if a budget is exceeded or the practice gate fails, otherwise PASS
 * @param images        as they were given; the first is the reference that the others are held against
 * @param sharing       one for each image
 * @param layers        every layer of every image once, in the order of the images
 * @param matrix        the images side by side, thing by thing
 * @param differences   of each image but the first, seen from the first
 * @param budgets       one for each budget and image; empty if none was given
 * @param practiceGate  {@code null} if practices decide nothing, as nobody asked for it
 * @param waivers       as they were given
 */
public record ComparisonReport(int formatVersion, Verdict verdict, List<ImageReport> images,
        List<SharingReport> sharing, List<LayerPresenceReport> layers, MatrixReport matrix,
        List<DifferenceReport> differences,
        List<BudgetReport> budgets, @Nullable PracticeGateReport practiceGate, List<WaiverReport> waivers) {

    /** The shape of the document that this version writes. */
    public static final int FORMAT_VERSION = 1;

    public ComparisonReport {
        images = List.copyOf(images);
        sharing = List.copyOf(sharing);
        layers = List.copyOf(layers);
        differences = List.copyOf(differences);
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
    }

    /** Reports a comparison of which nothing is asked. */
    public static ComparisonReport of(Comparison comparison) {
        return of(comparison, Policy.NONE);
    }

    /** Reports a comparison and how it keeps the policy. */
    public static ComparisonReport of(Comparison comparison, Policy policy) {
        return new ComparisonReporter(comparison, policy).report();
    }
}
