package dev.tare.archive.zip;

import java.util.function.Consumer;

/**
 * The central directory of a zip that is in memory. What precedes the zip, such as a start script, is skipped.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, .ZIP file format
 *      specification</a>
 */
public final class ZipDirectory {

    private final ZipSlice zip;

    private final ZipEnd end;

    private ZipDirectory(ZipSlice zip, ZipEnd end) {
        this.zip = zip;
        this.end = end;
    }

    public static ZipDirectory of(ZipSlice zip) {
        return new ZipDirectory(zip, ZipEnd.of(zip, 0));
    }

    /** Shows each entry that it lists. */
    public void forEach(Consumer<ZipListing> entries) {
        long at = this.end.start();
        while (at + ZipListing.HEADER_SIZE <= this.end.end()) {
            ZipSlice header = this.zip.slice(at, this.zip.length() - at);
            if (header.u32(0) != ZipListing.HEADER_SIGNATURE) {
                throw new UnreadableZipException("its directory is damaged");
            }
            entries.accept(ZipListing.of(header));
            at += ZipListing.headerLength(header);
        }
    }

    /** How far behind its listed place each entry is. */
    public long shift() {
        return this.end.shift();
    }
}
