package dev.tare.policy.check;

/** What a judgement comes to. */
public enum Verdict {

    /** What was asked is so. */
    PASS,

    /** It is not quite so, or not so that others can rely on it. */
    WARN,

    /** It is not so. */
    FAIL,

    /** The image is not of the kind that is asked about. */
    NOT_APPLICABLE,

    /** The image does not tell. */
    UNKNOWN;

    /** Whether it leaves something to do or to find out. */
    public boolean isOpen() {
        return this != PASS && this != NOT_APPLICABLE;
    }
}
