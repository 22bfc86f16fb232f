package dev.tare.archive.zip;

/**
 * What a zip says of an entry in front of it.
 *
 * @param entry     which has no sizes if they follow it
 * @param encrypted whether nobody can read it without a key
 * @param described whether its sizes follow it
 * @param length    of the header, behind which the content begins
 */
record LocalHeader(ZipListing entry, boolean encrypted, boolean described, int length) {

    static final int SIZE = 30;

    static final int SIGNATURE = 0x04034b50;

    private static final int ENCRYPTED = 1;

    private static final int DESCRIBED = 1 << 3;

    /** @param header all of it */
    static LocalHeader of(ZipSlice header, long offset) {
        int nameLength = header.u16(26);
        Zip64 zip64 = new Zip64(header, SIZE + nameLength, header.u16(28));
        long stated = zip64.next(header.u32(22));
        long size = zip64.next(header.u32(18));
        int flags = header.u16(6);
        return new LocalHeader(
                new ZipListing(header.slice(SIZE, nameLength).text(), header.u16(8), size, stated, header.u32(14),
                        offset),
                (flags & ENCRYPTED) != 0, (flags & DESCRIBED) != 0, length(header));
    }

    /** How long the header is of which the slice has the beginning. */
    static int length(ZipSlice header) {
        return SIZE + header.u16(26) + header.u16(28);
    }
}
