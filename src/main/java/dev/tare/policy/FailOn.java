package dev.tare.policy;

import java.util.Locale;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.CheckFinding;

/** The mildest verdict of a check that stops an image. */
public enum FailOn {

    /** FAIL stops it. */
    FAIL,

    /** WARN and FAIL stop it. */
    WARN;

    /**
     * Parses {@code fail} or {@code warn}, in any case.
     *
     * @throws InvalidValueException if it is another text
     */
    public static FailOn parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "fail" -> FAIL;
            case "warn" -> WARN;
            default -> throw new InvalidValueException("verdict to fail on", text, "fail or warn");
        };
    }

    /** Whether this finding stops an image. An unknown verdict does not, nor does a waived one. */
    boolean stops(CheckFinding finding) {
        return finding.waivedBecause() == null && switch (finding.verdict()) {
            case FAIL -> true;
            case WARN -> this == WARN;
            default -> false;
        };
    }
}
