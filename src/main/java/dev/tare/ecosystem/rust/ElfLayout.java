package dev.tare.ecosystem.rust;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.tare.content.NativeCode;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an ELF file that a program does not load, from its first bytes.
 *
 * @param start       the end of the last loaded segment, where these parts begin
 * @param sections    the offset of the section headers, which are after all sections in files of linkers
 * @param headerSize  of one section header in bytes
 * @param headerCount the number of section headers
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html">ELF header</a>
 */
record ElfLayout(long start, long sections, int headerSize, int headerCount, boolean is64Bit, ByteOrder order) {

    /** The bytes that this class needs. Linkers put the program headers there, about ten of them. */
    static final int HEAD_SIZE = 4096;

    private static final int CLASS_AT = 4;

    private static final int ORDER_AT = 5;

    private static final int HEADER_SIZE = 64;

    private static final int LOADED = 1;

    private static final int NO_CONTENT = 8;

    /** {@code null} if the bytes are not of an ELF file, or it has no section headers. */
    static @Nullable ElfLayout of(byte[] head) {
        if (head.length < HEADER_SIZE || !NativeCode.isElf(head)) {
            return null;
        }
        boolean is64Bit = head[CLASS_AT] == 2;
        ByteBuffer bytes = ByteBuffer.wrap(head)
                .order(head[ORDER_AT] == 2 ? ByteOrder.BIG_ENDIAN
                        : ByteOrder.LITTLE_ENDIAN);
        long sections = number(bytes, is64Bit ? 40 : 32, is64Bit);
        int last = is64Bit ? 54 : 42;
        int headerSize = Short.toUnsignedInt(bytes.getShort(last + 4));
        int headerCount = Short.toUnsignedInt(bytes.getShort(last + 6));
        return sections <= 0 || headerSize != (is64Bit ? HEADER_SIZE : 40) || headerCount == 0 ? null
                : new ElfLayout(endOfLoaded(bytes, is64Bit), sections, headerSize, headerCount, is64Bit,
                        bytes.order());
    }

    /** The length of all section headers in bytes, at most 4 MiB. */
    int headersLength() {
        return this.headerSize * this.headerCount;
    }

    /** Whether a section of the file begins at an offset. */
    boolean hasSectionAt(long offset, byte[] headers) {
        return hasSection(offset, offset + 1, headers);
    }

    /** Whether a section of the file begins at an offset or after it. */
    boolean hasSectionFrom(long offset, byte[] headers) {
        return hasSection(offset, this.sections, headers);
    }

    private boolean hasSection(long from, long end, byte[] headers) {
        ByteBuffer bytes = ByteBuffer.wrap(headers).order(this.order);
        for (int at = 0; at + this.headerSize <= headers.length; at += this.headerSize) {
            long offset = number(bytes, at + (this.is64Bit ? 24 : 16), this.is64Bit);
            if (offset >= from && offset < end && bytes.getInt(at + 4) != NO_CONTENT) {
                return true;
            }
        }
        return false;
    }

    private static long endOfLoaded(ByteBuffer bytes, boolean is64Bit) {
        long programs = number(bytes, is64Bit ? 32 : 28, is64Bit);
        int size = Short.toUnsignedInt(bytes.getShort(is64Bit ? 54 : 42));
        int count = Short.toUnsignedInt(bytes.getShort(is64Bit ? 56 : 44));
        long end = HEADER_SIZE;
        for (int i = 0; i < count; i++) {
            long at = programs + (long) i * size;
            if (at < 0 || size < (is64Bit ? 56 : 32) || at + size > bytes.limit()) {
                break;
            }
            if (bytes.getInt((int) at) == LOADED) {
                long offset = number(bytes, (int) at + (is64Bit ? 8 : 4), is64Bit);
                long length = number(bytes, (int) at + (is64Bit ? 32 : 16), is64Bit);
                end = Math.max(end, offset + length);
            }
        }
        return end;
    }

    private static long number(ByteBuffer bytes, int at, boolean is64Bit) {
        return is64Bit ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
}
