package dev.tare.report;

import java.util.List;

import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of a check on an image.
 *
 * @param id       short and stable, in kebab case
 * @param title    the check in a few words
 * @param requirement the exact condition, in a sentence
 * @param why      why it matters, in a sentence
 * @param equivalents checks of CIS and dockle that require the same, such as {@code CIS-DI-0001}
 * @param evidence sentences with the paths, values and bytes that the verdict is based on; never empty
 * @param remedy   the next step; {@code null} if none is needed
 * @param waivedBecause the reason of a waiver; {@code null} if it is not waived
 */
public record CheckReport(String id, String title, String requirement, String why, List<String> equivalents,
        Verdict verdict, List<String> evidence, @Nullable String remedy, @Nullable String waivedBecause) {

    static CheckReport from(CheckFinding finding) {
        var check = finding.check();
        return new CheckReport(check.id(), check.title(), check.requirement(), check.why(), check.equivalents(),
                finding.verdict(), finding.evidence(), finding.remedy(), finding.waivedBecause());
    }

    /** Whether an action or an answer is needed, and no waiver covers it. */
    public boolean open() {
        return this.verdict.isOpen() && this.waivedBecause == null;
    }
}
