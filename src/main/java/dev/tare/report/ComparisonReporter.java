package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.comparison.LayerPresence;
import dev.tare.comparison.Sharing;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;

/** Writes a comparison down as its document. */
final class ComparisonReporter {

    private final Comparison comparison;

    private final Policy policy;

    private final PolicyReporter practices;

    ComparisonReporter(Comparison comparison, Policy policy) {
        this.comparison = comparison;
        this.policy = policy;
        this.practices = new PolicyReporter(policy, this.comparison.images(), 1);
    }

    ComparisonReport report() {
        List<BudgetReport> findings = this.policy.budgets()
                .judge(this.comparison)
                .stream()
                .map(BudgetReport::from)
                .toList();
        List<ImageReport> images = images();
        PracticeGateReport gate = this.practices.gate();
        return new ComparisonReport(ComparisonReport.FORMAT_VERSION, PolicyReporter.verdict(findings, gate),
                images, sharings(), this.comparison.layers().stream().map(ComparisonReporter::layer).toList(),
                new MatrixReporter(this.comparison, images).report(),
                differences(), findings, gate, this.practices.waivers());
    }

    private List<ImageReport> images() {
        List<Inspection> images = this.comparison.images();
        return IntStream.range(0, images.size())
                .mapToObj(i -> new ImageReporter(i, images.get(i), this.practices.findings(i)).report())
                .toList();
    }

    private List<SharingReport> sharings() {
        List<Sharing> sharings = this.comparison.sharing();
        return IntStream.range(0, sharings.size()).mapToObj(i -> sharing(i, sharings.get(i))).toList();
    }

    private List<DifferenceReport> differences() {
        return IntStream.range(1, this.comparison.images().size())
                .mapToObj(i -> new DifferenceReporter(0, i, this.comparison.difference(0, i)).report())
                .toList();
    }

    private static SharingReport sharing(int image, Sharing sharing) {
        boolean known = sharing.sharedCompressed() != null && sharing.uniqueCompressed() != null;
        return new SharingReport(image, sharing.sharedLayers(), sharing.uniqueLayers(), sharing.sharedUncompressed(),
                sharing.uniqueUncompressed(), sharing.sharedCompressed(), sharing.uniqueCompressed(),
                known ? null
                        : "A layer is stored uncompressed, so nothing tells what a registry would transfer for it.");
    }

    private static LayerPresenceReport layer(LayerPresence layer) {
        return new LayerPresenceReport(layer.diffId().toString(), layer.uncompressedSize(), layer.compressedSize(),
                layer.images());
    }
}
