package dev.tare.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Reads one value from bytes. Every count and length is at most the number of bytes that are left. */
public final class ByteReader {

    /** Values of Tare have ten levels at most. */
    private static final int MOST_LEVELS = 64;

    /**
     * A difference takes at most this many bytes for each byte of the value before its end. The names of a layer take a
     * few.
     */
    static final int MOST_RESTORED = 64;

    private final byte[] bytes;

    private final int end;

    private final List<String> texts = new ArrayList<>();

    private int at;

    private int level;

    /** The bytes of differences that the value has only once. */
    private long restored;

    /** Begins at {@code from}, and ends before {@code end}. */
    public ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** @throws DamagedValueException if bytes are left */
    public void finish() {
        if (this.at < this.end) {
            throw new DamagedValueException((this.end - this.at) + " bytes are left");
        }
    }

    public int readByte() {
        if (this.at >= this.end) {
            throw new DamagedValueException("The value has no end");
        }
        return this.bytes[this.at++] & 0xff;
    }

    /** Reads a number of {@link ByteWriter#writeNumber}. */
    public long readNumber() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            number |= (next & 0x7fL) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new DamagedValueException("A number has more than 64 bits");
    }

    /** Reads a number of {@link ByteWriter#writeSigned}. */
    public long readSigned() {
        long number = readNumber();
        return (number >>> 1) ^ -(number & 1);
    }

    /** Reads the number of elements that follow. Each takes at least a byte. */
    public int readCount() {
        return readNumber(this.end - this.at);
    }

    /** Reads a number from 0 to {@code most}. */
    public int readNumber(int most) {
        long number = readNumber();
        if (number < 0 || number > most) {
            throw new DamagedValueException("A number is not from 0 to " + most);
        }
        return (int) number;
    }

    public byte[] readBytes(int length) {
        byte[] read = new byte[checked(length)];
        System.arraycopy(this.bytes, this.at, read, 0, length);
        this.at += length;
        return read;
    }

    /**
     * Reads bytes of {@link ByteWriter#writeDifference}.
     *
     * @param most the maximum number of bytes
     */
    public byte[] readDifference(byte[] known, int most) {
        int same = readNumber(Math.min(known.length, most));
        int more = readNumber(Math.min(this.end - this.at, most - same));
        this.restored += same;
        if (this.restored > (long) MOST_RESTORED * (this.at + more)) {
            throw new DamagedValueException("The value repeats the same bytes too often");
        }
        byte[] read = new byte[same + more];
        System.arraycopy(known, 0, read, 0, same);
        System.arraycopy(this.bytes, this.at, read, same, more);
        this.at += more;
        return read;
    }

    /** Reads a text of {@link ByteWriter#writeText}. */
    @Nullable
    String readText() {
        int number = readNumber(ByteWriter.FIRST_TEXT + this.texts.size() - 1);
        if (number == ByteWriter.NO_TEXT) {
            return null;
        }
        if (number != ByteWriter.NEW_TEXT) {
            return this.texts.get(number - ByteWriter.FIRST_TEXT);
        }
        String text = readRareText();
        this.texts.add(text);
        return text;
    }

    /** Reads a text of {@link ByteWriter#writeRareText}. */
    public String readRareText() {
        long length = readNumber();
        int stored = checked(length >>> 1);
        String text = (length & 1) == 0 ? new String(this.bytes, this.at, stored, StandardCharsets.UTF_8)
                : utf16(stored / Character.BYTES);
        this.at += stored;
        return text;
    }

    private String utf16(int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            int place = this.at + 2 * i;
            chars[i] = (char) ((this.bytes[place] & 0xff) << Byte.SIZE | (this.bytes[place + 1] & 0xff));
        }
        return new String(chars);
    }

    /** Begins a value in a value. */
    void enter() {
        if (++this.level > MOST_LEVELS) {
            throw new DamagedValueException("The value has more than " + MOST_LEVELS + " levels");
        }
    }

    void leave() {
        this.level--;
    }

    private int checked(long length) {
        if (length < 0 || length > this.end - this.at) {
            throw new DamagedValueException("A length is not from 0 to " + (this.end - this.at));
        }
        return (int) length;
    }
}
