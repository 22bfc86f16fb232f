package dev.tare.archive.zip;

/** Numbers of an entry's header that need 64 bits. The zip64 extra field stores them in order. */
final class Zip64 {

    private static final int ID = 1;

    private static final int FIELD_HEADER_SIZE = 4;

    private static final long ELSEWHERE = 0xffffffffL;

    private final ZipSlice header;

    private final int extra;

    private final int extraLength;

    private int at;

    private int end = -1;

    /** @param extra offset of the extra fields in the header */
    Zip64(ZipSlice header, int extra, int extraLength) {
        this.header = header;
        this.extra = extra;
        this.extraLength = extraLength;
    }

    /** The next number: its value in the header, or in the extra field if the header refers to that. */
    long next(long number) {
        if (number != ELSEWHERE) {
            return number;
        }
        if (this.end < 0) {
            find();
        }
        if (this.end - this.at < Long.BYTES) {
            return number;
        }
        this.at += Long.BYTES;
        return this.header.i64(this.at - Long.BYTES);
    }

    private void find() {
        this.end = this.extra + this.extraLength;
        for (this.at = this.extra; this.end - this.at >= FIELD_HEADER_SIZE; this.at += length()) {
            if (this.header.u16(this.at) == ID) {
                this.end = Math.min(this.end, this.at + length());
                this.at += FIELD_HEADER_SIZE;
                return;
            }
        }
        this.at = this.end;
    }

    /** Length of the extra field at this place. */
    private int length() {
        return FIELD_HEADER_SIZE + this.header.u16(this.at + 2);
    }
}
