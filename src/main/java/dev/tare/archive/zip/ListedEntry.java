package dev.tare.archive.zip;

/**
 * An entry as a zip's central directory lists it.
 *
 * @param method           0 for stored, 8 for deflated
 * @param compressedSize   of the content as it is stored
 * @param uncompressedSize of the content, as stated
 * @param crc              CRC-32 of the content, as stated
 * @param offset           of the local header, as stated, without a start script before the zip
 */
public record ListedEntry(String name, int method, long compressedSize, long uncompressedSize, long crc,
        long offset) {

    static final int HEADER_SIZE = 46;

    static final int HEADER_SIGNATURE = 0x02014b50;

    static final int STORED = 0;

    static final int DEFLATED = 8;

    /** @param header begins with the entry's header in the directory, and may continue after it */
    static ListedEntry parse(ZipSlice header) {
        int nameLength = header.u16(28);
        Zip64 zip64 = new Zip64(header, HEADER_SIZE + nameLength, header.u16(30));
        long uncompressedSize = zip64.next(header.u32(24));
        long compressedSize = zip64.next(header.u32(20));
        return new ListedEntry(header.slice(HEADER_SIZE, nameLength).text(), header.u16(10), compressedSize,
                uncompressedSize, header.u32(16), zip64.next(header.u32(42)));
    }

    /** Length of the entry's header in the directory. The slice needs only the header's fixed part. */
    static int headerLength(ZipSlice header) {
        return HEADER_SIZE + header.u16(28) + header.u16(30) + header.u16(32);
    }

    /** The same entry in a zip that begins later by {@code shift} bytes. */
    ListedEntry shifted(long shift) {
        return new ListedEntry(this.name, this.method, this.compressedSize, this.uncompressedSize, this.crc,
                this.offset + shift);
    }

    /** The same entry with the sizes that became known at its end. */
    ListedEntry sized(long compressedSize, long uncompressedSize) {
        return new ListedEntry(this.name, this.method, compressedSize, uncompressedSize, this.crc, this.offset);
    }

    /** Whether both entries have the same name and the same stored bytes. Uncompressed size and CRC-32 may differ. */
    boolean isSame(ListedEntry other) {
        return this.name.equals(other.name) && this.method == other.method
                && this.compressedSize == other.compressedSize && this.offset == other.offset;
    }

    /**
     * Checks the stated method and size before the content is read.
     *
     * @throws UnreadableZipException if the method is unknown or the content has more than {@code max} bytes
     */
    void check(long max) {
        if (this.method != STORED && this.method != DEFLATED) {
            throw new UnreadableZipException("an entry has a compression method that jars do not use");
        }
        check(this.method == STORED ? this.compressedSize : this.uncompressedSize, max);
    }

    static void check(long size, long max) {
        if (size > max) {
            throw new UnreadableZipException("an entry has more than " + max + " bytes");
        }
    }
}
