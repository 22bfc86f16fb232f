package dev.tare.report;

/** Whether the true count of items is higher or lower than the known one, because some items could not be read. */
public enum Bound {

    EXACT(""), AT_LEAST("at least "), AT_MOST("at most "), UNCERTAIN("about ");

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    static Bound of(boolean mayBeLower, boolean mayBeHigher) {
        return mayBeLower ? mayBeHigher ? UNCERTAIN : AT_MOST : mayBeHigher ? AT_LEAST : EXACT;
    }

    /** The words before the count, with a space; empty if it is exact. */
    public String words() {
        return this.words;
    }

    /** Whether a count says nothing: no item is known, and there may be some. */
    public boolean isUnknown(long count) {
        return count == 0 && (this == AT_LEAST || this == UNCERTAIN);
    }
}
