package dev.tare.archive.zip;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * A zip in memory. Bytes in front of the zip, such as a start script, are skipped.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, .ZIP file format
 *      specification</a>
 */
public final class MemoryZip {

    private static final int BUFFER_SIZE = 8192;

    private final ZipSlice zip;

    private final ZipEnd end;

    private MemoryZip(ZipSlice zip, ZipEnd end) {
        this.zip = zip;
        this.end = end;
    }

    /** @throws UnreadableZipException if the zip has no end record, or its directory is not in it */
    public static MemoryZip parse(ZipSlice zip) {
        return new MemoryZip(zip, ZipEnd.parse(zip, 0));
    }

    /** Passes each entry to the consumer, in the order of the directory. */
    public void forEach(Consumer<ListedEntry> consumer) {
        long at = this.end.start();
        while (at + ListedEntry.HEADER_SIZE <= this.end.end()) {
            ZipSlice header = this.zip.slice(at, this.zip.length() - at);
            if (header.u32(0) != ListedEntry.HEADER_SIGNATURE) {
                throw new UnreadableZipException("its directory is damaged");
            }
            consumer.accept(ListedEntry.parse(header));
            at += ListedEntry.headerLength(header);
        }
    }

    /**
     * Reads the content of an entry. The content of a stored entry is not copied.
     *
     * @param read receives the count of bytes that were read, even if reading fails
     * @throws UnreadableZipException if the entry is damaged or its content has more than {@code max} bytes
     */
    public ZipSlice content(ListedEntry entry, long max, LongConsumer read) {
        entry.check(max);
        ZipSlice stored = stored(entry);
        if (entry.method() == ListedEntry.DEFLATED) {
            return inflate(stored, max, read);
        }
        read.accept(stored.length());
        return stored;
    }

    private ZipSlice stored(ListedEntry entry) {
        long at = entry.offset() + this.end.shift();
        if (this.zip.u32(at) != LocalHeader.SIGNATURE) {
            throw UnreadableZipException.misplaced();
        }
        return this.zip.slice(at + LocalHeader.length(this.zip.slice(at, LocalHeader.SIZE)), entry.compressedSize());
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
            ListedEntry.check(content.size(), max);
            if (count == 0) {
                throw new UnreadableZipException("an entry ends too early");
            }
            return ZipSlice.of(content.toByteArray());
        } finally {
            read.accept(content.size());
        }
    }
}
