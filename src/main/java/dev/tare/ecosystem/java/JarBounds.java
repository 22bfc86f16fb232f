package dev.tare.ecosystem.java;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.limits.LimitExceededException;

/** Bounds that hold for a jar and all jars in it together. */
final class JarBounds {

    /** Class files shrink to a half. Work that is linear in the jar's size is no lever for an attacker. */
    private static final long MAX_RATIO = 20;

    private static final long SMALL = 1L << 20;

    /** Of a jar in a jar; of one in that, half of it, since all of them are in memory at once. */
    private static final long MAX_NESTED_SIZE = 64L << 20;

    /** Fingerprints are taken of no more entries than any real jar has, with those of the jars in it. */
    private static final int MAX_SUMMED = 1_000_000;

    /** Libraries that were unpacked, of all jars together. */
    private static final int MAX_SHADED = 20_000;

    private final int maxDepth;

    /** How many bytes of content may still be read. */
    private long budget;

    /** How many of them without a look at the clock, as the file's stream takes one. */
    private long atOnce = budgetOf(MAX_NESTED_SIZE);

    private int summed;

    private int shaded;

    /**
     * @param size     of the jar
     * @param maxDepth greatest number of jars in each other
     */
    JarBounds(long size, int maxDepth) {
        this.budget = budgetOf(size);
        this.maxDepth = maxDepth;
    }

    /** How much of a jar of that size is inflated at most. */
    static long budgetOf(long size) {
        return SMALL + MAX_RATIO * size;
    }

    /**
     * How large a jar in a jar may be.
     *
     * @throws LimitExceededException if it is in too many
     */
    long nestedSize(JarPlace place, String name) {
        if (place.depth() > this.maxDepth) {
            throw new LimitExceededException("jarDepth", this.maxDepth, "jars in each other", name);
        }
        return MAX_NESTED_SIZE >> (place.depth() - 1);
    }

    /** How much of content may be read of which no more than {@code max} bytes are of use. */
    long readable(long max) {
        long readable = Math.min(this.budget, this.atOnce);
        if (readable <= 0) {
            throw new UnreadableZipException("more was read of it than of any real one of its size");
        }
        return Math.min(max, readable);
    }

    /** So much was read. */
    void take(long bytes) {
        this.budget -= bytes;
        this.atOnce -= bytes;
    }

    /** Begins with the next entry of a jar that goes by. */
    void next() {
        this.atOnce = budgetOf(MAX_NESTED_SIZE);
    }

    /** Whether one more entry may count. */
    boolean sum() {
        return ++this.summed <= MAX_SUMMED;
    }

    boolean isSummable() {
        return this.summed <= MAX_SUMMED;
    }

    /** How many of so many libraries may be listed. */
    int shade(int libraries) {
        int listed = Math.min(MAX_SHADED - this.shaded, libraries);
        this.shaded += listed;
        return listed;
    }

    static String moreShaded() {
        return "More than " + MAX_SHADED + " libraries were unpacked into it and the other jars of this"
                + " file, and the others are not listed";
    }
}
