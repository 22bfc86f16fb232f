package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.policy.Policy;
import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Checks;
import dev.tare.vulnerability.Vulnerabilities;

/**
 * The facts of a comparison that no policy changes, without the differences of pairs. They take time and memory, so the
 * service keeps them, and {@link #report} adds a policy at little cost. One image shares nothing and has no matrix.
 *
 * @param findings of the checks on each image, without waivers
 */
public record ComparisonFacts(List<List<CheckFinding>> findings, List<ImageReport> images,
        List<ComparisonReport.Sharing> sharing, List<ComparisonReport.LayerPresence> layers, MatrixReport matrix) {

    public ComparisonFacts {
        findings = List.copyOf(findings);
        images = List.copyOf(images);
        sharing = List.copyOf(sharing);
        layers = List.copyOf(layers);
    }

    /** Calculates the facts. */
    public static ComparisonFacts of(Comparison comparison) {
        List<Inspection> all = comparison.graded();
        List<List<CheckFinding>> findings = all.stream().map(Checks::judge).toList();
        List<ImageReport> images = IntStream.range(0, all.size())
                .mapToObj(i -> new ImageReporter(i, all.get(i), Ledger.of(comparison.images().get(i)),
                        new Lists(all.size())).report(findings.get(i)))
                .toList();
        if (all.size() == 1) {
            return new ComparisonFacts(findings, images, List.of(), List.of(), MatrixReport.NONE);
        }
        return new ComparisonFacts(findings, images, sharing(comparison),
                comparison.layers().stream().map(ComparisonFacts::layer).toList(),
                new MatrixReporter(comparison, images).report());
    }

    /**
     * The report under a policy.
     *
     * @param comparison  the one of these facts
     * @param differences those that the report shows
     */
    public ComparisonReport report(Comparison comparison, Policy policy, List<DifferenceReport> differences) {
        return report(comparison, policy, differences, Vulnerabilities.NONE);
    }

    /** The same with reports of scanners about the images. */
    ComparisonReport report(Comparison comparison, Policy policy, List<DifferenceReport> differences,
            Vulnerabilities scanned) {
        PolicyReporter judged = new PolicyReporter(policy, comparison.images(), this.findings);
        PolicyReport result = judged.report(policy.budgets().judge(comparison, scanned));
        List<ImageReport> judgedImages = this.images.stream()
                .map(image -> image.withChecks(
                        judged.findings(image.index()).stream().map(CheckReport::from).toList()))
                .toList();
        return new ComparisonReport(ComparisonReport.SCHEMA_VERSION, result.verdict(), judgedImages, this.sharing,
                this.layers, this.matrix, differences, result,
                new VulnerabilitiesReporter(scanned,
                        comparison.images().stream().map(image -> image.image().name()).toList()).report());
    }

    private static List<ComparisonReport.Sharing> sharing(Comparison comparison) {
        List<Comparison.Sharing> sharing = comparison.sharing();
        return IntStream.range(0, sharing.size()).mapToObj(i -> sharing(i, sharing.get(i))).toList();
    }

    private static ComparisonReport.Sharing sharing(int image, Comparison.Sharing sharing) {
        boolean known = sharing.sharedCompressed() != null && sharing.uniqueCompressed() != null;
        return new ComparisonReport.Sharing(image, sharing.sharedLayers(), sharing.uniqueLayers(),
                sharing.sharedUncompressed(), sharing.uniqueUncompressed(), sharing.sharedCompressed(),
                sharing.uniqueCompressed(), known ? null
                        : "A layer is stored uncompressed, so the bytes that a registry would transfer for it are "
                                + "unknown.");
    }

    private static ComparisonReport.LayerPresence layer(Comparison.LayerPresence layer) {
        return new ComparisonReport.LayerPresence(layer.diffId().toString(), layer.uncompressedSize(),
                layer.compressedSize(), layer.images());
    }
}
