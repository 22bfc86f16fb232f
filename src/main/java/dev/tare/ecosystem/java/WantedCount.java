package dev.tare.ecosystem.java;

import dev.tare.archive.zip.UnreadableZipException;

/** Counts the entries of a jar that have to be read, since all of them are kept for a while. */
final class WantedCount {

    private static final int MAX = 50_000;

    private static final int MAX_NAMES = 8 << 20;

    private int count;

    private int names;

    void add(String name) {
        this.names += name.length();
        if (++this.count > MAX || this.names > MAX_NAMES) {
            throw new UnreadableZipException("it has more than " + MAX
                    + " entries of interest, or more than " + MAX_NAMES + " characters in their names");
        }
    }
}
