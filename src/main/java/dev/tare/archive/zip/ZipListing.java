package dev.tare.archive.zip;

/**
 * What a zip's central directory says of an entry.
 *
 * @param method 0 stored, 8 deflated
 * @param size   of its content as it is stored
 * @param stated the size of its content
 * @param crc    the CRC-32 of its content
 * @param offset of its local header
 */
public record ZipListing(String name, int method, long size, long stated, long crc, long offset) {

    static final int HEADER_SIZE = 46;

    static final int HEADER_SIGNATURE = 0x02014b50;

    static final int STORED = 0;

    static final int DEFLATED = 8;

    /** @param header which begins with the entry's header in the directory, and may go on */
    static ZipListing of(ZipSlice header) {
        int nameLength = header.u16(28);
        long size = header.u32(20);
        long stated = header.u32(24);
        long offset = header.u32(42);
        Zip64 zip64 = new Zip64(header, HEADER_SIZE + nameLength, header.u16(30));
        long stated64 = zip64.next(stated);
        long size64 = zip64.next(size);
        return new ZipListing(header.slice(HEADER_SIZE, nameLength).text(), header.u16(10), size64, stated64,
                header.u32(16), zip64.next(offset));
    }

    /** How long the entry's header in the directory is, of which the slice has the beginning. */
    static int headerLength(ZipSlice header) {
        return HEADER_SIZE + header.u16(28) + header.u16(30) + header.u16(32);
    }

    /** That of a zip that begins so much later. */
    public ZipListing shifted(long shift) {
        return new ZipListing(this.name, this.method, this.size, this.stated, this.crc, this.offset + shift);
    }

    /** One whose sizes were not known before. */
    ZipListing sized(long size, long stated) {
        return new ZipListing(this.name, this.method, size, stated, this.crc, this.offset);
    }

    /** Whether the other one is of the same bytes under the same name, whatever it states of what they come to. */
    boolean isSame(ZipListing other) {
        return this.name.equals(other.name) && this.method == other.method && this.size == other.size
                && this.offset == other.offset;
    }

    /** @throws UnreadableZipException if by what is said its content cannot be read, or is more than {@code max} bytes */
    void check(long max) {
        if (this.method != STORED && this.method != DEFLATED) {
            throw new UnreadableZipException("an entry is compressed in another way than jars are");
        }
        check(this.method == STORED ? this.size : this.stated, max);
    }

    static void check(long size, long max) {
        if (size > max) {
            throw new UnreadableZipException("an entry has more than " + max + " bytes");
        }
    }
}
