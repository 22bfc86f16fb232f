package dev.tare.policy.check;

import java.util.stream.Stream;

import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.policy.check.Verdict.PASS;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules for every check, and images for each of its verdicts. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CheckContract {

    /** Images with their verdicts. The document lists the remedies in the same order. */
    abstract Stream<Example> examples();

    /** Whether an image can pass. */
    boolean canPass() {
        return true;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void judgeGivesTheVerdict(Example example) {
        CheckFinding finding = example.judge();
        assertThat(finding.verdict()).as("%s", finding.evidence()).isEqualTo(example.verdict());
        assertThat(finding.evidence()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
        assertThat(finding.remedy() == null).isEqualTo(!example.verdict().isOpen());
    }

    @Test
    void examplesHaveAnImageThatPassesAndOneThatDoesNot() {
        assertThat(examples().collect(groupingBy(example -> example.check().id()))).allSatisfy((id, examples) -> {
            assertThat(Checks.ids()).contains(id);
            assertThat(examples).extracting(Example::verdict)
                    .satisfies(verdicts -> assertThat(verdicts.contains(PASS)).isEqualTo(canPass()))
                    .anyMatch(Verdict::isOpen);
        });
    }

    static Example is(Check check, Verdict verdict, InspectionBuilder image) {
        return new Example(check, verdict, image);
    }

    static FindingAssert assertFinding(Check check, InspectionBuilder image) {
        return new FindingAssert(check.judge(image.build()));
    }

    static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("first");
    }

    /** An image and the verdict of a check on it. */
    record Example(Check check, Verdict verdict, InspectionBuilder image) {

        CheckFinding judge() {
            return Checks.judge(this.check, this.image.build());
        }

        @Override
        public String toString() {
            return this.check.id() + " " + this.verdict;
        }
    }
}
