package dev.tare.policy.check;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts the facts of a finding: its verdict, and the paths, values and figures of its evidence. */
final class FindingAssert extends AbstractAssert<FindingAssert, CheckFinding> {

    FindingAssert(CheckFinding finding) {
        super(finding, FindingAssert.class);
    }

    FindingAssert hasVerdict(Verdict verdict) {
        Assertions.assertThat(this.actual.verdict()).as("%s", this.actual.evidence()).isEqualTo(verdict);
        return this;
    }

    /** The evidence is one sentence or paragraph, which contains these facts in this order. */
    FindingAssert hasOnlyEvidence(String... facts) {
        return hasEvidence(1).hasEvidence(0, facts);
    }

    /** The evidence has this number of parts. */
    FindingAssert hasEvidence(int parts) {
        Assertions.assertThat(this.actual.evidence()).hasSize(parts);
        return this;
    }

    /** A part of the evidence contains these facts in this order. */
    FindingAssert hasEvidence(int part, String... facts) {
        Assertions.assertThat(this.actual.evidence().get(part)).containsSubsequence(facts);
        return this;
    }

    FindingAssert hasNoEvidence(String fact) {
        Assertions.assertThat(this.actual.evidence()).noneMatch(part -> part.contains(fact));
        return this;
    }

    FindingAssert hasRemedy(String fact) {
        Assertions.assertThat(this.actual.remedy()).contains(fact);
        return this;
    }
}
