package dev.tare.secret.key;

import java.util.Arrays;

/** Walks over the values of a DER encoding. Every length must fit, so other content almost never matches. */
final class Der {

    static final int INTEGER = 0x02;

    static final int OCTET_STRING = 0x04;

    static final int OBJECT_IDENTIFIER = 0x06;

    static final int SEQUENCE = 0x30;

    /** A value with the context-specific tag 0. */
    static final int CONTEXT_0 = 0xa0;

    /** No bytes. */
    static final Der EMPTY = new Der(new byte[0], 0, 0);

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

    static Der of(byte[] bytes, int length) {
        return new Der(bytes, 0, length);
    }

    static Der of(byte[] bytes, int from, int to) {
        return new Der(bytes, from, to);
    }

    /** The content, if all bytes are one sequence; otherwise {@link #EMPTY}. */
    Der sequence() {
        int length = this.at < this.end && this.bytes[this.at] == SEQUENCE ? length() : -1;
        int start = this.at;
        return length >= 0 && start + length == this.end ? new Der(this.bytes, start, this.end)
                : EMPTY;
    }

    /** Skips the next value if it has this type and is not empty. */
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

    /** Skips the next value and returns its content, if it has this type; otherwise returns {@link #EMPTY}. */
    Der enter(int tag) {
        int before = this.at;
        if (!skip(tag)) {
            return EMPTY;
        }
        Der value = new Der(this.bytes, before, this.at);
        value.length();
        return value;
    }

    /** Skips the next value if it has this type and this content. */
    boolean skip(int tag, byte[] content) {
        int before = this.at;
        if (skip(tag) && this.at - before == content.length + 2
                && Arrays.equals(this.bytes, before + 2, this.at, content, 0, content.length)) {
            return true;
        }
        this.at = before;
        return false;
    }

    boolean isAtEnd() {
        return this.at == this.end;
    }

    /** Skips the head of the next value and returns the length of its content; -1 if the content does not fit. */
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
