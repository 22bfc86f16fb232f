package dev.tare.inspection;

import dev.tare.secret.redaction.Redaction;

/** Counts the characters of an image that are masked, or searched for passwords. {@link TextBounds} has the bound. */
final class TextBudget {

    private final Runnable step;

    private int taken;

    /** @param step runs before each text */
    TextBudget(Runnable step) {
        this.step = step;
    }

    /** Whether a text of this length still fits. Only the beginning of a long text counts, because only that is read. */
    boolean take(int characters) {
        this.step.run();
        this.taken = Math.min(this.taken + Math.min(characters, Redaction.MOST), TextBounds.MASKED + 1);
        return !isExceeded();
    }

    /** Whether a text did not fit. */
    boolean isExceeded() {
        return this.taken > TextBounds.MASKED;
    }
}
