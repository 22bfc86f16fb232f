package dev.tare.archive.tar;

import java.util.Arrays;

import dev.tare.limits.Limits;

/** Walks over the records of a PAX extended header. */
final class PaxParser {

    private final byte[] bytes;

    private final TarPlace place;

    private int position;

    private String key = "";

    private byte[] value = {};

    PaxParser(byte[] bytes, TarPlace place) {
        this.bytes = bytes;
        this.place = place;
    }

    String key() {
        return this.key;
    }

    byte[] value() {
        return this.value;
    }

    boolean next() {
        if (this.position == this.bytes.length) {
            return false;
        }
        int start = this.position;
        int length = length();
        int end = start + length;
        if (length <= 0 || length > this.bytes.length - start || this.bytes[end - 1] != '\n') {
            throw malformed();
        }
        split(this.position, end - 1);
        this.position = end;
        return true;
    }

    private int length() {
        int length = 0;
        while (this.position < this.bytes.length && this.bytes[this.position] != ' ') {
            int digit = this.bytes[this.position++] - '0';
            if (digit < 0 || digit > 9 || length > Limits.EXTENDED_HEADER_SIZE) {
                throw malformed();
            }
            length = length * 10 + digit;
        }
        this.position++;
        return length;
    }

    private void split(int from, int to) {
        int equals = from;
        while (equals < to && this.bytes[equals] != '=') {
            equals++;
        }
        if (equals >= to || equals == from) {
            throw malformed();
        }
        this.key = EntryName.decode(this.bytes, from, equals);
        this.value = Arrays.copyOfRange(this.bytes, equals + 1, to);
    }

    private InvalidTarException malformed() {
        return this.place.malformed("its extended header is malformed");
    }
}
