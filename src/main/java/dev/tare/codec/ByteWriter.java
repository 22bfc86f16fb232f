package dev.tare.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Writes one value to a stream. Numbers take a byte for seven bits. A text that was written before takes the number of
 * its first place.
 */
public final class ByteWriter {

    private static final int BUFFER_SIZE = 1 << 16;

    /** A number of 64 bits takes ten bytes. */
    private static final int LONGEST_NUMBER = 10;

    static final int NO_TEXT = 0;

    static final int NEW_TEXT = 1;

    /** The number of the text that was the first new one. */
    static final int FIRST_TEXT = 2;

    private final OutputStream out;

    private final long most;

    private final Predicate<String> refused;

    private final byte[] buffer = new byte[BUFFER_SIZE];

    private final Map<String, Integer> texts = new HashMap<>();

    private int used;

    private long flushed;

    /** The bytes of differences that were left out. */
    private long leftOut;

    /**
     * Begins a value.
     *
     * @param most    the maximum number of bytes
     * @param refused the texts that must not be stored
     */
    public ByteWriter(OutputStream out, long most, Predicate<String> refused) {
        this.out = out;
        this.most = most;
        this.refused = refused;
    }

    /** Writes the rest to the stream. */
    public void flush() {
        try {
            this.flushed += this.used;
            if (this.flushed > this.most) {
                throw new UnstorableValueException("The value takes more than " + this.most + " bytes");
            }
            this.out.write(this.buffer, 0, this.used);
            this.used = 0;
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    public void writeByte(int value) {
        ensureRoom(1);
        this.buffer[this.used++] = (byte) value;
    }

    /** Writes a number that is rarely negative. */
    public void writeNumber(long number) {
        ensureRoom(LONGEST_NUMBER);
        long left = number;
        for (; (left & ~0x7fL) != 0; left >>>= 7) {
            this.buffer[this.used++] = (byte) (left | 0x80);
        }
        this.buffer[this.used++] = (byte) left;
    }

    /** Writes a number that may be negative. */
    public void writeSigned(long number) {
        writeNumber((number << 1) ^ (number >> 63));
    }

    /** Writes bytes without their number. */
    public void writeBytes(byte[] bytes, int from, int length) {
        for (int done = 0; done < length;) {
            ensureRoom(1);
            int count = Math.min(length - done, this.buffer.length - this.used);
            System.arraycopy(bytes, from + done, this.buffer, this.used, count);
            this.used += count;
            done += count;
        }
    }

    /**
     * Writes bytes as their difference from bytes that the reader knows: those that begin both are left out.
     *
     * @throws UnstorableValueException if the reader would refuse to restore so many bytes from so few
     */
    public void writeDifference(byte[] known, byte[] bytes) {
        int mismatch = Arrays.mismatch(known, bytes);
        int same = mismatch < 0 ? bytes.length : mismatch;
        writeNumber(same);
        writeNumber(bytes.length - same);
        writeBytes(bytes, same, bytes.length - same);
        this.leftOut += same;
        if (this.leftOut > ByteReader.MOST_RESTORED * (this.flushed + this.used)) {
            throw new UnstorableValueException("The value repeats the same bytes too often");
        }
    }

    /** Writes a text, or none, that the value may contain several times. */
    void writeText(@Nullable String text) {
        Integer known = text == null ? Integer.valueOf(NO_TEXT) : this.texts.get(text);
        if (known != null) {
            writeNumber(known);
        } else if (text != null) {
            writeNumber(NEW_TEXT);
            writeRareText(text);
            this.texts.put(text, FIRST_TEXT + this.texts.size());
        }
    }

    /** Writes a text that the value contains once. A text that UTF-8 cannot express is written as UTF-16. */
    public void writeRareText(String text) {
        check(text);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isWhole = new String(bytes, StandardCharsets.UTF_8).equals(text);
        byte[] stored = isWhole ? bytes : utf16(text);
        writeNumber((long) stored.length << 1 | (isWhole ? 0 : 1));
        writeBytes(stored, 0, stored.length);
    }

    /** Checks a text that is not written as such. */
    public void check(String text) {
        if (this.refused.test(text)) {
            throw UnstorableValueException.ofText();
        }
    }

    /** The encoder of the JDK replaces surrogates without their other half. */
    private static byte[] utf16(String text) {
        byte[] bytes = new byte[Math.multiplyExact(Character.BYTES, text.length())];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private void ensureRoom(int count) {
        if (this.used + count > this.buffer.length) {
            flush();
        }
    }
}
