package dev.tare.inspection;

import java.io.ByteArrayOutputStream;
import java.util.function.LongConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One entry of a zip that is in memory.
 *
 * @param method 0 stored, 8 deflated
 * @param size   as stored
 * @param stated the size of its content, as the directory says
 * @param crc    the CRC-32 of its content, as the directory says
 * @param offset of its local header
 */
record ZipEntrySlice(ZipSlice zip, String name, int method, long size, long stated, long crc, long offset) {

    private static final int LOCAL_HEADER_SIZE = 30;

    private static final int LOCAL_SIGNATURE = 0x04034b50;

    private static final int STORED = 0;

    private static final int DEFLATED = 8;

    private static final int BUFFER_SIZE = 8192;

    /**
     * The entry's content; that of a stored one is not copied.
     *
     * @param read is told how many bytes were read, also if they are of no use
     * @throws UnreadableZipException if it is damaged, or more than {@code max} bytes
     */
    ZipSlice content(long max, LongConsumer read) {
        if (this.zip.u32(this.offset) != LOCAL_SIGNATURE) {
            throw new UnreadableZipException("an entry is not where it should be");
        }
        long start = this.offset + LOCAL_HEADER_SIZE + this.zip.u16(this.offset + 26) + this.zip.u16(this.offset + 28);
        ZipSlice stored = this.zip.slice(start, this.size);
        return switch (this.method) {
            case STORED -> taken(stored, max, read);
            case DEFLATED -> inflate(stored, max, read);
            default -> throw new UnreadableZipException("an entry is compressed in another way than jars are");
        };
    }

    private static ZipSlice taken(ZipSlice stored, long max, LongConsumer read) {
        check(stored.length(), max);
        read.accept(stored.length());
        return stored;
    }

    private ZipSlice inflate(ZipSlice stored, long max, LongConsumer read) {
        check(this.stated, max);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(stored.buffer());
            byte[] buffer = new byte[BUFFER_SIZE];
            while (!inflater.finished() && content.size() <= max) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new UnreadableZipException("an entry ends too early");
                }
                content.write(buffer, 0, count);
            }
            check(content.size(), max);
            return ZipSlice.of(content.toByteArray());
        } catch (DataFormatException ex) {
            throw new UnreadableZipException("an entry is damaged");
        } finally {
            read.accept(content.size());
        }
    }

    private static void check(long size, long max) {
        if (size > max) {
            throw new UnreadableZipException("an entry has more than " + max + " bytes");
        }
    }
}
