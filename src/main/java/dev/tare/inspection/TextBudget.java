package dev.tare.inspection;

import dev.tare.secret.redaction.Redaction;

/**
 * Bounds the characters of an image's texts that are masked, or searched for passwords. Both take microseconds per
 * character.
 */
final class TextBudget {

    /** The maximum number of characters of an image. Real images have a hundredth. */
    static final int MOST = 1 << 20;

    private final Runnable step;

    private int taken;

    /** @param step runs before each text */
    TextBudget(Runnable step) {
        this.step = step;
    }

    /** Whether a text of this length still fits. Only the beginning of a long text counts, because only that is read. */
    boolean take(int characters) {
        this.step.run();
        this.taken = Math.min(this.taken + Math.min(characters, Redaction.MOST), MOST + 1);
        return !isExceeded();
    }

    /** Whether a text did not fit. */
    boolean isExceeded() {
        return this.taken > MOST;
    }
}
