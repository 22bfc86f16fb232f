package dev.tare.report;

import java.util.List;

import dev.tare.policy.BudgetFinding;
import dev.tare.policy.check.Verdict;

/**
 * What a budget says of one image.
 *
 * @param budget                  {@code max-uncompressed} or {@code max-growth}
 * @param image                   index of the image
 * @param limit                   as it was given, such as {@code 200MB} or {@code 5%}
 * @param limitUncompressedBytes  the most that the image may have
 * @param actualUncompressedBytes what it has
 * @param verdict                 PASS or FAIL
 * @param evidence                a sentence with the figures
 */
public record BudgetReport(String budget, int image, String limit, long limitUncompressedBytes,
        long actualUncompressedBytes, Verdict verdict, String evidence) {

    static BudgetReport from(BudgetFinding finding) {
        return new BudgetReport(finding.budget(), finding.image(), finding.limit(), finding.limitBytes(),
                finding.actualBytes(), finding.verdict(), finding.evidence());
    }

    /** One budget that is exceeded fails them all. */
    static Verdict verdictOf(List<BudgetReport> findings) {
        return findings.stream().anyMatch(finding -> finding.verdict == Verdict.FAIL) ? Verdict.FAIL : Verdict.PASS;
    }
}
