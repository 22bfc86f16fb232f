package dev.tare.report;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Checks;
import dev.tare.policy.check.Verdict;
import dev.tare.vulnerability.Vulnerabilities;
import org.jspecify.annotations.Nullable;

/**
 * The report of one image. Its JSON form is as stable as that of {@link ComparisonReport}.
 *
 * @param schemaVersion version of the JSON schema that the document follows
 * @param verdict       FAIL if a rule or the check gate fails, UNKNOWN if a rule cannot be judged, otherwise PASS
 * @param vulnerabilities {@code null} if no reports of scanners are given
 */
public record InspectionReport(int schemaVersion, Verdict verdict, ImageReport image, PolicyReport policy,
        @Nullable VulnerabilitiesReport vulnerabilities) {

    /** Reports one image without a policy. */
    public static InspectionReport of(Inspection inspection) {
        return of(inspection, Policy.NONE);
    }

    /** Reports one image and its verdict under a policy; a budget of growth does not apply. */
    public static InspectionReport of(Inspection inspection, Policy policy) {
        return of(inspection, policy, Vulnerabilities.NONE);
    }

    /** The same with reports of scanners about the image. */
    public static InspectionReport of(Inspection inspection, Policy policy, Vulnerabilities scanned) {
        PolicyReporter judged = new PolicyReporter(policy, List.of(inspection), List.of(Checks.judge(inspection)));
        PolicyReport report = judged.report(policy.budgets().judge(inspection, scanned));
        return new InspectionReport(ComparisonReport.SCHEMA_VERSION, report.verdict(),
                new ImageReporter(0, inspection, Ledger.of(inspection), new Lists(1)).report(judged.findings(0)),
                report, new VulnerabilitiesReporter(scanned, List.of(inspection.image().name())).report());
    }

    /** The same report as a comparison with only this image, for writers that take any number of images. */
    public ComparisonReport alone() {
        return new ComparisonReport(this.schemaVersion, this.verdict, List.of(this.image), List.of(), List.of(),
                MatrixReport.NONE, List.of(), this.policy, this.vulnerabilities);
    }
}
