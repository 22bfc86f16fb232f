package dev.tare.archive.zip;

/**
 * The local header before an entry.
 *
 * @param entry     has no sizes if {@code described}
 * @param encrypted whether the content is encrypted
 * @param described whether the sizes follow the content
 */
record LocalHeader(ListedEntry entry, boolean encrypted, boolean described) {

    static final int SIZE = 30;

    static final int SIGNATURE = 0x04034b50;

    private static final int ENCRYPTED = 1;

    private static final int DESCRIBED = 1 << 3;

    /** @param header the whole header */
    static LocalHeader parse(ZipSlice header, long offset) {
        int nameLength = header.u16(26);
        Zip64 zip64 = new Zip64(header, SIZE + nameLength, header.u16(28));
        long uncompressedSize = zip64.next(header.u32(22));
        long compressedSize = zip64.next(header.u32(18));
        int flags = header.u16(6);
        return new LocalHeader(
                new ListedEntry(header.slice(SIZE, nameLength).text(), header.u16(8), compressedSize,
                        uncompressedSize, header.u32(14), offset),
                (flags & ENCRYPTED) != 0, (flags & DESCRIBED) != 0);
    }

    /** Length of the header. The slice needs only the header's fixed part. */
    static int length(ZipSlice header) {
        return SIZE + header.u16(26) + header.u16(28);
    }
}
