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
public record CheckFinding(Check check, Verdict verdict, List<String> evidence, @Nullable String remedy,
        @Nullable String waivedBecause) {

    public CheckFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The check " + check.id() + " gives no evidence");
        }
    }

    /** A finding without a waiver. Paths, names of accounts and values in its sentences may contain secrets. */
    static CheckFinding masked(Check check, Verdict verdict, List<String> evidence, @Nullable String remedy) {
        return new CheckFinding(check, verdict, evidence.stream().map(Redaction::sentence).toList(),
                remedy == null ? null : Redaction.sentence(remedy), null);
    }

    /** Whether the verdict needs an action or an answer. */
    public boolean isOpen() {
        return this.verdict.isOpen();
    }

    /** The same finding with a waiver. */
    public CheckFinding waived(String because) {
        return new CheckFinding(this.check, this.verdict, this.evidence, this.remedy, because);
    }
}
