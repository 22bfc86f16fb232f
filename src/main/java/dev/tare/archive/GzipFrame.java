package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

import org.jspecify.annotations.Nullable;

/** The bytes of a gzip file: headers and trailers of its members, and the buffer of the inflater. */
final class GzipFrame {

    private static final int BUFFER_SIZE = 128 * 1024;

    private static final int HEADER_CRC = 2;

    private static final int EXTRA = 4;

    private static final int NAME = 8;

    private static final int COMMENT = 16;

    private static final int RESERVED = 0xe0;

    private final InputStream in;

    private final String what;

    private final String name;

    private final byte[] buffer = new byte[BUFFER_SIZE];

    private final CRC32 headerCrc = new CRC32();

    private int position;

    private int limit;

    private boolean begun;

    GzipFrame(InputStream in, String what, String name) {
        this.in = in;
        this.what = what;
        this.name = name;
    }

    /** Reads a member's header. The result is {@code false} if there is no further member. */
    boolean readHeader() throws IOException {
        if (this.begun && !hasMember()) {
            return false;
        }
        this.begun = true;
        this.headerCrc.reset();
        if (headerByte() != 0x1f || headerByte() != 0x8b || headerByte() != 8) {
            throw corrupt("unrelated bytes follow its compressed data", null);
        }
        int flags = headerByte();
        skipHeader(6);
        readOptionalFields(flags);
        return true;
    }

    void readTrailer(long crc, long size) throws IOException {
        if (littleEndian(4) != crc) {
            throw corrupt("its checksum does not match its content", null);
        }
        if (littleEndian(4) != (size & 0xffffffffL)) {
            throw corrupt("its length does not match its content", null);
        }
    }

    void refill() throws IOException {
        if (!fill()) {
            throw corrupt("it ends before its compressed data does", null);
        }
    }

    /** Passes on the bytes in the buffer. */
    void feed(Inflater inflater) {
        inflater.setInput(this.buffer, this.position, this.limit - this.position);
        this.position = this.limit;
    }

    void takeBack(int count) {
        this.position -= count;
    }

    CorruptDataException corrupt(String problem, @Nullable Throwable cause) {
        return new CorruptDataException(this.what, this.name, problem, cause);
    }

    /** Some tools fill the last block of a tape or a disk with zeros. */
    private boolean hasMember() throws IOException {
        boolean zeros = false;
        while (this.position < this.limit || fill()) {
            if (this.buffer[this.position] != 0) {
                if (zeros) {
                    throw corrupt("unrelated bytes follow its compressed data", null);
                }
                return true;
            }
            zeros = true;
            this.position++;
        }
        return false;
    }

    private void readOptionalFields(int flags) throws IOException {
        if ((flags & RESERVED) != 0) {
            throw corrupt("its gzip header has unknown flags", null);
        }
        if ((flags & EXTRA) != 0) {
            skipHeader(headerByte() | (headerByte() << 8));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        long crc = this.headerCrc.getValue() & 0xffff;
        if ((flags & HEADER_CRC) != 0 && littleEndian(2) != crc) {
            throw corrupt("its gzip header does not match its checksum", null);
        }
    }

    private void skipHeader(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            headerByte();
        }
    }

    private void skipText() throws IOException {
        int character;
        do {
            character = headerByte();
        } while (character != 0);
    }

    private int headerByte() throws IOException {
        int value = nextByte();
        this.headerCrc.update(value);
        return value;
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) nextByte() << (8 * i);
        }
        return value;
    }

    private int nextByte() throws IOException {
        if (this.position == this.limit) {
            refill();
        }
        return this.buffer[this.position++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = this.in.read(this.buffer, 0, this.buffer.length);
        this.position = 0;
        this.limit = Math.max(count, 0);
        return count > 0;
    }
}
