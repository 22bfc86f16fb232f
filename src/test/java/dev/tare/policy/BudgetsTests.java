package dev.tare.policy;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.check.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetsTests {

    private static final Comparison COMPARISON = new Comparison(
            List.of(image("old", 1_000), image("same", 1_050), image("grown", 1_051)));

    @Test
    void judgeWhenThereIsNoBudgetReturnsNoFindings() {
        assertThat(Budgets.NONE.judge(COMPARISON)).isEmpty();
    }

    @Test
    void judgeComparesEveryImageWithTheTotalToTheByte() {
        Budgets budgets = Budgets.of(ByteSize.parse("1.05kB"), null);
        assertThat(budgets.judge(COMPARISON)).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS,
                        Verdict.PASS, Verdict.FAIL);
        assertThat(budgets.judge(COMPARISON).getLast()).satisfies(finding -> {
            assertThat(finding.budget()).isEqualTo("max-uncompressed");
            assertThat(finding.image()).isEqualTo(2);
            assertThat(finding.most()).isEqualTo(1_050);
            assertThat(finding.actual()).isEqualTo(1_051);
            assertThat(finding.evidence())
                    .isEqualTo("grown has 1,051 bytes uncompressed, 1 more than the allowed 1,050.");
        });
    }

    @Test
    void judgeComparesEveryImageButTheFirstWithTheGrowthToTheByte() {
        Budgets budgets = Budgets.of(null, Percentage.parse("5%"));
        assertThat(budgets.judge(COMPARISON)).extracting(BudgetFinding::image).containsExactly(1, 2);
        assertThat(budgets.judge(COMPARISON)).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(budgets.judge(COMPARISON)).extracting(BudgetFinding::evidence)
                .containsExactly("same has 1,050 bytes uncompressed (old: 1,000), within the allowed 1,050.",
                        "grown has 1,051 bytes uncompressed (old: 1,000), 1 more than the allowed 1,050.");
    }

    @Test
    void judgeWhenNoGrowthIsAllowedPassesSmallerImages() {
        Comparison shrunk = new Comparison(List.of(image("old", 1_000), image("new", 999)));
        assertThat(Budgets.of(null, Percentage.parse("0%")).judge(shrunk)).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS);
    }

    @Test
    void judgeWhenTheFirstImageIsEmptyFailsAnyGrowth() {
        Comparison fromNothing = new Comparison(List.of(image("empty", 0), image("new", 1)));
        assertThat(Budgets.of(null, Percentage.parse("1000%")).judge(fromNothing))
                .extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.FAIL);
    }

    @Test
    void judgeWhenThereIsOneImageComparesItWithTheTotal() {
        Budgets budgets = Budgets.of(ByteSize.parse("999"), Percentage.parse("5%"));
        assertThat(budgets.judge(image("one", 1_000))).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.FAIL);
    }

    private static Inspection image(String name, long size) {
        return InspectionBuilder.image(name).layer("layer").file("file", size).build();
    }
}
