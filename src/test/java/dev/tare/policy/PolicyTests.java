package dev.tare.policy;

import java.util.List;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Checks;
import dev.tare.policy.check.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PolicyTests {

    @Test
    void reasonOfAWaiverHidesSecrets() {
        assertThat(Waiver.parse("no-shell=see https://me:s3cret@host/").reason())
                .isEqualTo("see https://(hidden)@host/");
    }

    @Test
    void waiverIsAnIdentifierAndAReason() {
        assertThat(Waiver.parse(" no-shell = Support needs one = until 2027 "))
                .isEqualTo(new Waiver("no-shell", "Support needs one = until 2027"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "no-shell", "no-shell=", "no-shell=  ", "" })
    void parseWaiverWhenReasonIsMissingThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Waiver.parse(text))
                .withMessageContaining("ID=REASON");
    }

    @Test
    void parseWaiverWhenReasonIsTooLongThrowsException() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Waiver.parse("no-shell=" + "x".repeat(501)));
    }

    /** The address of a comparison contains the masked reason. */
    @Test
    void waiverIsValidAgainAfterItsReasonIsMasked() {
        Waiver waiver = Waiver.parse("no-shell=" + "token=a ".repeat(62));
        assertThat(waiver.reason()).hasSizeGreaterThan(500).doesNotContain("=a");
        assertThat(Waiver.parse(waiver.check() + "=" + waiver.reason())).isEqualTo(waiver);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Waiver.parse("no-shell=" + "token=a ".repeat(63)));
    }

    @Test
    void waiverOfAnUnknownCheckListsTheChecks() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Waiver.parse("no-shells=because"))
                .withMessageContainingAll("no-shells", "base-pinned, ", "no-shell, ");
    }

    @Test
    void parseLinesSkipsBlankLinesAndComments() {
        assertThat(Waiver.parseLines("# ours\n\nno-shell=one\r\n  port-exposed=a batch job")).containsExactly(
                new Waiver("no-shell", "one"), new Waiver("port-exposed", "a batch job"));
    }

    @Test
    void checkCannotBeWaivedTwice() {
        Policy once = waiving("no-shell=one");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> once.with(List.of(Waiver.parse("no-shell=two"))))
                .withMessageContaining("two waivers of no-shell");
    }

    @Test
    void judgeKeepsTheVerdictAndEvidenceOfAWaivedFinding() {
        CheckFinding finding = finding(waiving("no-shell=Support needs one"), "no-shell", withShell());
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).first().asString().contains("/bin/sh");
        assertThat(finding.waivedBecause()).isEqualTo("Support needs one");
    }

    @Test
    void judgeWhenTheCheckPassesOrHasNoWaiverWaivesNothing() {
        Policy policy = waiving("no-shell=Support needs one");
        assertThat(finding(policy, "no-shell", image()).waivedBecause()).isNull();
        assertThat(finding(policy, "no-setuid", withShell()).waivedBecause()).isNull();
    }

    @Test
    void checksDoNotAffectTheExitStatusByDefault() {
        Policy policy = Policy.of(Budgets.NONE);
        assertThat(policy.stoppedBy(policy.waive(Checks.judge(withShell().build())))).isEmpty();
    }

    @Test
    void failOnFailIsStoppedByFailuresOnly() {
        assertThat(stops("fail", List.of())).contains("no-shell").doesNotContain("port-exposed", "base-pinned");
    }

    @Test
    void failOnWarnIsStoppedByWarningsTooButNotByUnknownFindings() {
        assertThat(stops("WARN", List.of())).contains("no-shell", "port-exposed").doesNotContain("base-pinned");
    }

    @Test
    void waivedFindingsStopNothing() {
        assertThat(stops("warn", List.of(Waiver.parse("no-shell=one"), Waiver.parse("port-exposed=none"))))
                .isNotEmpty()
                .doesNotContain("no-shell", "port-exposed");
    }

    @Test
    void parseFailOnWhenVerdictIsAnotherThrowsException() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> FailOn.parse("unknown"))
                .withMessageContaining("fail or warn");
    }

    private static List<String> stops(String failOn, List<Waiver> waivers) {
        Policy policy = new Policy(Budgets.NONE, waivers, FailOn.parse(failOn));
        return policy.stoppedBy(policy.waive(Checks.judge(withShell().build())))
                .stream()
                .map(finding -> finding.check().id())
                .toList();
    }

    private static CheckFinding finding(Policy policy, String id, InspectionBuilder image) {
        return policy.waive(Checks.judge(image.build()))
                .stream()
                .filter(finding -> finding.check().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Policy waiving(String waiver) {
        return Policy.of(Budgets.NONE).with(List.of(Waiver.parse(waiver)));
    }

    private static InspectionBuilder withShell() {
        return image().surface(SurfaceKind.SHELL, "bin/sh");
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("first");
    }
}
