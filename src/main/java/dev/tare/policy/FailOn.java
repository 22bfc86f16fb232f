package dev.tare.policy;

import java.util.Locale;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.CheckFinding;

/** The mildest verdict of a check that fails an image. */
public enum FailOn {

    /** Only {@link Verdict#FAIL} fails the image. */
    FAIL,

    /** {@link Verdict#WARN} and {@link Verdict#FAIL} fail the image. */
    WARN;

    /**
     * Parses {@code fail} or {@code warn}, in any case.
     *
     * @throws InvalidValueException if the text is neither
     */
    public static FailOn parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "fail" -> FAIL;
            case "warn" -> WARN;
            default -> throw new InvalidValueException("verdict to fail on", text, "fail or warn");
        };
    }

    /** Whether a finding fails an image. Unknown and waived findings do not. */
    boolean stops(CheckFinding finding) {
        return finding.waivedBecause() == null && switch (finding.verdict()) {
            case FAIL -> true;
            case WARN -> this == WARN;
            default -> false;
        };
    }
}
