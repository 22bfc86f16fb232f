package dev.tare.policy.check;

import dev.tare.wording.Words;

/** The outcome of a check or a budget. */
public enum Verdict {

    /** The condition holds. */
    PASS,

    /** The condition holds in part, or others cannot rely on it. */
    WARN,

    /** The condition does not hold. */
    FAIL,

    /** The condition does not concern images of this kind. */
    NOT_APPLICABLE,

    /** The image does not have the information. */
    UNKNOWN;

    /** The verdict for people, such as {@code pass} or {@code n/a}. */
    public String title() {
        return this == NOT_APPLICABLE ? "n/a" : Words.of(this);
    }

    /** Whether it needs an action or an answer. */
    public boolean isOpen() {
        return this != PASS && this != NOT_APPLICABLE;
    }
}
