package dev.tare.archive.zip;

import java.io.ByteArrayOutputStream;
import java.util.function.LongConsumer;

/** One entry of a zip that is in memory, where its directory says that it is. */
public record ZipEntrySlice(ZipSlice zip, ZipListing entry) {

    private static final int BUFFER_SIZE = 8192;

    /**
     * The entry's content; that of a stored one is not copied.
     *
     * @param read is told how many bytes were read, also if they are of no use
     * @throws UnreadableZipException if it is damaged, or more than {@code max} bytes
     */
    public ZipSlice content(long max, LongConsumer read) {
        this.entry.check(max);
        ZipSlice stored = stored();
        if (this.entry.method() == ZipListing.DEFLATED) {
            return inflate(stored, max, read);
        }
        read.accept(stored.length());
        return stored;
    }

    private ZipSlice stored() {
        long at = this.entry.offset();
        if (this.zip.u32(at) != LocalHeader.SIGNATURE) {
            throw new UnreadableZipException("an entry is not where it should be");
        }
        return this.zip.slice(at + LocalHeader.length(this.zip.slice(at, LocalHeader.SIZE)), this.entry.size());
    }

    private static ZipSlice inflate(ZipSlice stored, long max, LongConsumer read) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Inflation inflation = new Inflation()) {
            inflation.feed(stored.buffer());
            byte[] buffer = new byte[BUFFER_SIZE];
            int count = inflation.read(buffer, 0, BUFFER_SIZE);
            while (count > 0 && content.size() <= max) {
                content.write(buffer, 0, count);
                count = inflation.read(buffer, 0, BUFFER_SIZE);
            }
            ZipListing.check(content.size(), max);
            if (count == 0) {
                throw new UnreadableZipException("an entry ends too early");
            }
            return ZipSlice.of(content.toByteArray());
        } finally {
            read.accept(content.size());
        }
    }
}
