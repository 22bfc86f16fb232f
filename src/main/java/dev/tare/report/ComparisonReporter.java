package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.comparison.Comparison.LayerPresence;
import dev.tare.comparison.Comparison.Sharing;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;

/** Reports a comparison. */
final class ComparisonReporter {

    private final Comparison comparison;

    private final Policy policy;

    ComparisonReporter(Comparison comparison, Policy policy) {
        this.comparison = comparison;
        this.policy = policy;
    }

    ComparisonReport report() {
        PolicyReporter judged = new PolicyReporter(this.policy, this.comparison.images(), 1);
        PolicyReport kept = judged.report(this.policy.budgets().judge(this.comparison));
        List<ImageReport> images = images(this.comparison.images(), judged);
        return new ComparisonReport(ComparisonReport.SCHEMA_VERSION, kept.verdict(), images, sharing(this.comparison),
                this.comparison.layers().stream().map(ComparisonReporter::layer).toList(),
                new MatrixReporter(this.comparison, images).report(), differences(this.comparison), kept);
    }

    private static List<ImageReport> images(List<Inspection> images, PolicyReporter judged) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> new ImageReporter(i, images.get(i), judged.findings(i)).report())
                .toList();
    }

    private static List<DifferenceReport> differences(Comparison comparison) {
        return IntStream.range(1, comparison.images().size())
                .mapToObj(i -> DifferenceReport.between(comparison, 0, i))
                .toList();
    }

    private static List<ComparisonReport.Sharing> sharing(Comparison comparison) {
        List<Sharing> sharing = comparison.sharing();
        return IntStream.range(0, sharing.size()).mapToObj(i -> sharing(i, sharing.get(i))).toList();
    }

    private static ComparisonReport.Sharing sharing(int image, Sharing sharing) {
        boolean known = sharing.sharedCompressed() != null && sharing.uniqueCompressed() != null;
        return new ComparisonReport.Sharing(image, sharing.sharedLayers(), sharing.uniqueLayers(),
                sharing.sharedUncompressed(), sharing.uniqueUncompressed(), sharing.sharedCompressed(),
                sharing.uniqueCompressed(), known ? null
                        : "A layer is stored uncompressed, so the bytes that a registry would transfer for it are "
                                + "unknown.");
    }

    private static ComparisonReport.LayerPresence layer(LayerPresence layer) {
        return new ComparisonReport.LayerPresence(layer.diffId().toString(), layer.uncompressedSize(),
                layer.compressedSize(), layer.images());
    }
}
