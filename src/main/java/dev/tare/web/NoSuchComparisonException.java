package dev.tare.web;

/** A comparison is asked for that was never made, or is not kept any more. */
class NoSuchComparisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchComparisonException() {
        super("No comparison is kept at this address. Comparisons are kept in memory, and the least recently used go"
                + " first. Compare the archives again: the same images have the same address.");
    }
}
