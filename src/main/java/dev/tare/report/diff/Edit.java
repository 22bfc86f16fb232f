package dev.tare.report.diff;

/**
 * Lines of one text that replace lines of another. Both ranges begin with their first index and end before the second one,
 * and one of them may be empty.
 */
record Edit(int fromStart, int fromEnd, int toStart, int toEnd) {

    /** The lines of both, if the other edit begins where this one ends. */
    boolean touches(Edit next) {
        return this.fromEnd == next.fromStart && this.toEnd == next.toStart;
    }
}
