package dev.tare.policy.check;

import java.util.List;

import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a check on one image, without secrets.
 *
 * @param evidence      sentences that support the verdict with paths, values and bytes; never empty
 * @param remedy        the next step, or {@code null} if no step is necessary
 * @param waivedBecause the reason for the waiver, or {@code null} without one; only open findings can be waived
 */
public record CheckFinding(Check check, Verdict verdict, List<String> evidence, @Nullable String remedy,
        @Nullable String waivedBecause) {

    /** Characters of a sentence that are shown. A sentence quotes up to ten paths. */
    private static final int SHOWN = 1 << 12;

    /** Characters that are masked, more than are shown, so that no secret is cut there. */
    private static final int MASKED = 1 << 15;

    public CheckFinding {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("The check " + check.id() + " returned no evidence");
        }
    }

    /** Creates a finding without a waiver. Masks secrets in its sentences. */
    static CheckFinding masked(Check check, Verdict verdict, List<String> evidence, @Nullable String remedy) {
        return new CheckFinding(check, verdict, evidence.stream().map(CheckFinding::shown).toList(),
                remedy == null ? null : shown(remedy), null);
    }

    /** Masks the beginning of a long sentence, and shows a part of it. */
    private static String shown(String sentence) {
        String masked =
                Redaction.sentence(sentence.length() <= MASKED ? sentence : sentence.substring(0, MASKED) + "…");
        return masked.length() <= SHOWN ? masked
                : masked.substring(0, SHOWN) + "… (%,d characters).".formatted(sentence.length());
    }

    /** Whether the verdict needs an action or further evidence. */
    public boolean isOpen() {
        return this.verdict.isOpen();
    }

    /** Returns the same finding with a waiver. */
    public CheckFinding waived(String because) {
        return new CheckFinding(this.check, this.verdict, this.evidence, this.remedy, because);
    }
}
