package dev.tare.policy;

import java.util.Locale;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.PracticeFinding;

/** From which verdict of a practice on an image is not good enough. */
public enum FailOn {

    /** What fails. */
    FAIL,

    /** What warns or fails. */
    WARN;

    /**
     * Reads {@code fail} or {@code warn}, in any case.
     *
     * @throws InvalidValueException if the text is another
     */
    public static FailOn parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "fail" -> FAIL;
            case "warn" -> WARN;
            default -> throw new InvalidValueException("verdict to fail on", text, "fail or warn");
        };
    }

    /** Whether an image with this finding is not good enough. What is not known is no reason, nor what is waived. */
    boolean stops(PracticeFinding finding) {
        return finding.waivedBecause() == null && switch (finding.verdict()) {
            case FAIL -> true;
            case WARN -> this == WARN;
            default -> false;
        };
    }
}
