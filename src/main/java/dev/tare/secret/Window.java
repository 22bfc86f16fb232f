package dev.tare.secret;

import java.nio.charset.StandardCharsets;

/** The part of a content that is in memory. */
public final class Window {

    private final byte[] bytes;

    private final int end;

    public Window(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** The array that contains the window, for loops over it. */
    public byte[] bytes() {
        return this.bytes;
    }

    /** The end of the window in the array. */
    public int end() {
        return this.end;
    }

    /** The byte at an index, or -1 outside of the window. */
    public int at(int index) {
        return index < 0 || index >= this.end ? -1 : this.bytes[index] & 0xff;
    }

    public boolean startsWith(byte[] text, int at) {
        if (at + text.length > this.end) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (this.bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** The part of the window between two indexes, one character for each byte. */
    public String text(int from, int to) {
        int start = Math.max(from, 0);
        return new String(this.bytes, start, Math.max(0, Math.min(to, this.end) - start), StandardCharsets.ISO_8859_1);
    }

    /** A window with a byte for each char of a text, so that indexes are the same in both. */
    public static Window of(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (text.charAt(i) < 0x100 ? text.charAt(i) : '?');
        }
        return new Window(bytes, bytes.length);
    }
}
