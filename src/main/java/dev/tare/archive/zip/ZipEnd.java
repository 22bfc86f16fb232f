package dev.tare.archive.zip;

/**
 * The end record of a zip: the place of the central directory.
 *
 * @param start  position of the directory's first byte
 * @param end    position after the directory
 * @param offset stated position of the directory's first byte
 */
record ZipEnd(long start, long end, long offset) {

    static final int SIGNATURE = 0x06054b50;

    private static final int SIZE = 22;

    private static final int MAX_COMMENT = 0xffff;

    private static final int LOCATOR_SIZE = 20;

    private static final int LOCATOR_SIGNATURE = 0x07064b50;

    private static final int SIZE64 = 56;

    private static final int SIGNATURE64 = 0x06064b50;

    /** The maximum length of the zip64 records that precede the end record, in bytes. */
    static final int BEFORE = SIZE64 + LOCATOR_SIZE;

    /** The maximum number of bytes after a directory. */
    static final int MAX_SIZE = BEFORE + SIZE + MAX_COMMENT;

    ZipEnd {
        if (start < 0 || start > end || start < offset) {
            throw new UnreadableZipException("its directory is outside of the file");
        }
    }

    /** Length of a start script before the zip. Actual offsets are larger than the stated ones by this length. */
    long shift() {
        return this.start - this.offset;
    }

    /**
     * @param last   the last part of the zip
     * @param before count of bytes in front of that part
     */
    static ZipEnd parse(ZipSlice last, long before) {
        int record = find(last);
        int locator = record - LOCATOR_SIZE;
        if (locator < SIZE64 || last.u32(locator) != LOCATOR_SIGNATURE) {
            return of(before + record, last.u32(record + 12), last.u32(record + 16));
        }
        int record64 = locator - SIZE64;
        if (last.u32(record64) != SIGNATURE64) {
            throw new UnreadableZipException("no zip64 end record precedes its locator");
        }
        return of(before + record64, last.i64(record64 + 40), last.i64(record64 + 48));
    }

    private static ZipEnd of(long end, long size, long offset) {
        return new ZipEnd(end - size, end, offset);
    }

    private static int find(ZipSlice last) {
        int lowest = Math.max(0, last.length() - SIZE - MAX_COMMENT);
        for (int at = last.length() - SIZE; at >= lowest; at--) {
            if (last.u32(at) == SIGNATURE) {
                return at;
            }
        }
        throw new UnreadableZipException("it has no end record");
    }
}
