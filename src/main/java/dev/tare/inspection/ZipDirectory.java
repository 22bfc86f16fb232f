package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The central directory of a zip that is in memory. What precedes the zip, such as a start script, is skipped.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, .ZIP file format
 *      specification</a>
 */
final class ZipDirectory {

    private static final int END_SIZE = 22;

    private static final int END_SIGNATURE = 0x06054b50;

    private static final int END64_LOCATOR_SIZE = 20;

    private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;

    private static final int END64_SIGNATURE = 0x06064b50;

    private static final int END64_SIZE = 56;

    private static final int HEADER_SIZE = 46;

    private static final int HEADER_SIGNATURE = 0x02014b50;

    private static final int MAX_WANTED = 50_000;

    private static final int MAX_COMMENT = 0xffff;

    private static final long IN_ZIP64 = 0xffffffffL;

    private final ZipSlice zip;

    private final long start;

    private final long size;

    /** How far behind its stated place everything is. */
    private final long shift;

    private ZipDirectory(ZipSlice zip, long end, long size, long offset) {
        this.zip = zip;
        this.size = size;
        this.start = end - size;
        this.shift = this.start - offset;
        if (size < 0 || this.start < 0 || this.shift < 0) {
            throw new UnreadableZipException("its directory lies outside of it");
        }
    }

    static ZipDirectory of(ZipSlice zip) {
        int end = findEnd(zip);
        long size = zip.u32(end + 12);
        long offset = zip.u32(end + 16);
        int locator = end - END64_LOCATOR_SIZE;
        if (locator < END64_SIZE || zip.u32(locator) != END64_LOCATOR_SIGNATURE) {
            return new ZipDirectory(zip, end, size, offset);
        }
        int end64 = locator - END64_SIZE;
        if (zip.u32(end64) != END64_SIGNATURE) {
            throw new UnreadableZipException("its zip64 end record is not where it should be");
        }
        return new ZipDirectory(zip, end64, zip.i64(end64 + 40), zip.i64(end64 + 48));
    }

    /**
     * The entries whose names are wanted, in the directory's order.
     *
     * @param others is told of all the others
     */
    List<ZipEntrySlice> entries(Predicate<String> wanted, EntryVisitor others) {
        List<ZipEntrySlice> entries = new ArrayList<>();
        long end = this.start + this.size;
        for (long at = this.start; at + HEADER_SIZE <= end; at = next(at)) {
            if (this.zip.u32(at) != HEADER_SIGNATURE) {
                throw new UnreadableZipException("its directory is damaged");
            }
            String name = this.zip.slice(at + HEADER_SIZE, this.zip.u16(at + 28)).text();
            if (wanted.test(name)) {
                if (entries.size() == MAX_WANTED) {
                    throw new UnreadableZipException("it has more than " + MAX_WANTED + " entries of interest");
                }
                entries.add(entry(at, name));
            } else {
                others.visit(name, this.zip.u32(at + 24), this.zip.u32(at + 16));
            }
        }
        return entries;
    }

    private long next(long at) {
        return at + HEADER_SIZE + this.zip.u16(at + 28) + this.zip.u16(at + 30) + this.zip.u16(at + 32);
    }

    private ZipEntrySlice entry(long at, String name) {
        long compressed = this.zip.u32(at + 20);
        long offset = this.zip.u32(at + 42);
        if (compressed == IN_ZIP64 || offset == IN_ZIP64) {
            throw new UnreadableZipException("an entry is larger than a jar in memory can be");
        }
        return new ZipEntrySlice(this.zip, name, this.zip.u16(at + 10), compressed, this.zip.u32(at + 24),
                this.zip.u32(at + 16), offset + this.shift);
    }

    private static int findEnd(ZipSlice zip) {
        int lowest = Math.max(0, zip.length() - END_SIZE - MAX_COMMENT);
        for (int at = zip.length() - END_SIZE; at >= lowest; at--) {
            if (zip.u32(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new UnreadableZipException("it has no end record");
    }

    /** Is told of an entry: its name, the size of its content and the CRC-32 of it, as the directory says. */
    @FunctionalInterface
    interface EntryVisitor {

        void visit(String name, long size, long crc);
    }
}
