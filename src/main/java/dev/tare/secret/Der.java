package dev.tare.secret;

/** Walks over the values of a DER encoding. Every length has to fit, so that hardly anything else passes for it. */
final class Der {

    static final int INTEGER = 0x02;

    static final int OCTET_STRING = 0x04;

    static final int SEQUENCE = 0x30;

    private final byte[] bytes;

    private final int end;

    private int at;

    private Der(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    static Der of(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    /** What is in the sequence that all of it is; nothing if it is none. */
    Der sequence() {
        int length = this.at < this.end && this.bytes[this.at] == SEQUENCE ? length() : -1;
        int start = this.at;
        return length >= 0 && start + length == this.end ? new Der(this.bytes, start, this.end)
                : new Der(this.bytes, 0, 0);
    }

    /** Goes behind the next value if it is of this type and not empty. */
    boolean skip(int tag) {
        int before = this.at;
        if (this.at >= this.end || (this.bytes[this.at] & 0xff) != tag) {
            return false;
        }
        int length = length();
        if (length <= 0) {
            this.at = before;
            return false;
        }
        this.at += length;
        return true;
    }

    boolean isAtEnd() {
        return this.at == this.end;
    }

    /** Of the value here, behind whose head it goes; -1 if it does not fit. */
    private int length() {
        int first = this.at + 1 < this.end ? this.bytes[this.at + 1] & 0xff : 0xff;
        int octets = first < 0x80 ? 0 : first & 0x7f;
        if (octets > 3 || this.at + 2 + octets > this.end || first == 0x80) {
            return -1;
        }
        int length = octets == 0 ? first : 0;
        for (int i = 0; i < octets; i++) {
            length = length << 8 | (this.bytes[this.at + 2 + i] & 0xff);
        }
        this.at += 2 + octets;
        return length <= this.end - this.at ? length : -1;
    }
}
