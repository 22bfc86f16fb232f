package dev.tare.policy.check;

import java.util.List;

import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a check on one image, without secrets.
 *
 * @param evidence      sentences that carry the verdict, with the paths, values and bytes they rest on; never empty
 * @param remedy        what to do about it, or {@code null} if there is nothing to do
 * @param waivedBecause why it need not be followed, or {@code null} if it is not waived; only what is open can be waived
 */
public record PracticeFinding(Practice practice, Verdict verdict, List<String> evidence, @Nullable String remedy,
        @Nullable String waivedBecause) {

    public PracticeFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The practice " + practice.id() + " gives no evidence");
        }
    }

    /** A finding without a waiver. Paths, names of accounts and values in its sentences may contain secrets. */
    static PracticeFinding masked(Practice practice, Verdict verdict, List<String> evidence, @Nullable String remedy) {
        return new PracticeFinding(practice, verdict, evidence.stream().map(Redaction::sentence).toList(),
                remedy == null ? null : Redaction.sentence(remedy), null);
    }

    /** Whether the verdict needs an action or an answer. */
    public boolean isOpen() {
        return this.verdict.isOpen();
    }

    /** The same finding with a waiver. */
    public PracticeFinding waived(String because) {
        return new PracticeFinding(this.practice, this.verdict, this.evidence, this.remedy, because);
    }
}
