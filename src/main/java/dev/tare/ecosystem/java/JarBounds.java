package dev.tare.ecosystem.java;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.limits.Limit;

/**
 * Limits the work and memory for one file: the jar itself and all jars in it. Methods that throw {@link
 * UnreadableZipException} make one entry or one jar unread.
 */
final class JarBounds {

    /** Compression halves class files. Work that is linear in the jar's size does not help an attacker. */
    private static final long MAX_RATIO = 20;

    private static final long SMALL = 1L << 20;

    /**
     * The maximum size of a jar in a jar, in bytes. Each further level may have half of it, because all levels are in
     * memory at once.
     */
    private static final long MAX_NESTED_SIZE = 64L << 20;

    /** Entries in fingerprints, more than any real jar has with the jars in it. */
    private static final int MAX_SUMMED = 1_000_000;

    /** Libraries that were unpacked into the jars. */
    private static final int MAX_LIBRARIES = 20_000;

    /** Libraries that the bills of materials in the jars list. */
    private static final int MAX_LISTED = 20_000;

    private final int maxDepth;

    /** Bytes of content that may still be read. */
    private long readable;

    /** Bytes of content that may still be read of the current entry of a jar that streams by. */
    private long readableOfEntry = budgetOf(MAX_NESTED_SIZE);

    /** Bytes that may still be inflated only to find where entries end. */
    private long skippable;

    private int summed;

    private int libraries;

    private int listed;

    /**
     * @param size     of the file
     * @param maxDepth maximum number of levels of nested jars
     */
    JarBounds(long size, int maxDepth) {
        this.readable = budgetOf(size);
        this.skippable = budgetOf(size);
        this.maxDepth = maxDepth;
    }

    /** The maximum number of bytes to inflate for a jar of this size. */
    static long budgetOf(long size) {
        return SMALL + MAX_RATIO * size;
    }

    /**
     * The greatest size of a jar in a jar.
     *
     * @param depth count of jars around it
     * @throws UnreadableZipException if the depth exceeds its limit
     */
    long maxNestedSize(int depth) {
        if (depth > this.maxDepth) {
            throw new UnreadableZipException("it is nested deeper than the limit \"" + Limit.JAR_DEPTH.label() + "\", "
                    + this.maxDepth);
        }
        return MAX_NESTED_SIZE >> Math.min(depth - 1, Long.SIZE - 1);
    }

    /** The number of content bytes of an entry that may be read, at most {@code max}. */
    long readable(long max) {
        long readable = Math.min(this.readable, this.readableOfEntry);
        if (readable <= 0) {
            throw new UnreadableZipException("the content to read is larger than in any real jar of this size");
        }
        return Math.min(max, readable);
    }

    /** Counts bytes of content that were read. */
    void takeRead(long bytes) {
        this.readable -= bytes;
        this.readableOfEntry -= bytes;
    }

    /**
     * Begins the next entry of a jar that streams by. The file's stream checks the deadline between entries, so the
     * work for one entry has its own bound.
     */
    void nextEntry() {
        this.readableOfEntry = budgetOf(MAX_NESTED_SIZE);
    }

    /** Counts bytes that were inflated only to find the end of an entry. */
    void takeSkipped(long bytes) {
        this.skippable -= bytes;
        if (this.skippable < 0) {
            throw new UnreadableZipException("the content to inflate is larger than in any real jar of this size");
        }
    }

    /** Counts one entry, and returns whether its jar's fingerprint may include it. */
    boolean takeSummed() {
        return ++this.summed <= MAX_SUMMED;
    }

    /** Whether the fingerprints include all entries so far. */
    boolean allSummed() {
        return this.summed <= MAX_SUMMED;
    }

    /** Counts libraries, and returns the number of them to list. */
    int takeLibraries(int count) {
        int listed = Math.min(MAX_LIBRARIES - this.libraries, count);
        this.libraries += listed;
        return listed;
    }

    /** Counts the libraries of a bill of materials. */
    void takeListed(int count) {
        this.listed += count;
        if (this.listed > MAX_LISTED) {
            throw new UnreadableZipException("the bills of materials in this file list more than " + MAX_LISTED
                    + " libraries");
        }
    }

    static String moreLibraries() {
        return "More than " + MAX_LIBRARIES + " libraries were unpacked into the jars of this file, and the"
                + " others are not listed";
    }

    /** Entries to read of one jar: all of them are kept until its directory is complete. */
    static final class Wanted {

        private static final int MAX = 50_000;

        private static final int MAX_NAMES = 8 << 20;

        private int count;

        private int names;

        void take(String name) {
            this.names += name.length();
            if (++this.count > MAX || this.names > MAX_NAMES) {
                throw new UnreadableZipException("it has more than " + MAX
                        + " entries of interest, or more than " + MAX_NAMES + " characters in their names");
            }
        }
    }
}
