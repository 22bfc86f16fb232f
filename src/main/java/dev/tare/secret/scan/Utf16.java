package dev.tare.secret.scan;

import dev.tare.secret.Window;
import org.jspecify.annotations.Nullable;

/**
 * Text in UTF-16 as a byte for each of its units: keys and tokens have no others than those of ASCII, and what is none of
 * these becomes a question mark.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2781#section-3.2">RFC 2781, byte order mark</a>
 */
final class Utf16 {

    private static final int MARK = 2;

    private static final int NONE = -1;

    /** Of the two bytes of a unit the one that ASCII has. */
    private final boolean lowFirst;

    /** The first byte of a unit whose second one has not come yet. */
    private int first = NONE;

    private Utf16(boolean lowFirst) {
        this.lowFirst = lowFirst;
    }

    /**
     * The text that begins here, or {@code null} if it is none. A mark alone may be chance: some of its units are
     * small, those of spaces and line ends at least, and none is zero.
     */
    static @Nullable Utf16 of(byte[] bytes, int length) {
        Window window = new Window(bytes, length);
        boolean lowFirst = window.at(0) == 0xff && window.at(1) == 0xfe;
        if (!lowFirst && (window.at(0) != 0xfe || window.at(1) != 0xff)) {
            return null;
        }
        boolean plain = false;
        for (int at = MARK; at + 1 < length; at += 2) {
            int high = window.at(lowFirst ? at + 1 : at);
            int low = window.at(lowFirst ? at : at + 1);
            if (high == 0 && low == 0) {
                return null;
            }
            plain |= high == 0;
        }
        return plain ? new Utf16(lowFirst) : null;
    }

    /** Takes the first bytes of the text, with its mark, and puts its units in their place; returns how many they are. */
    int begin(byte[] bytes, int length) {
        return narrow(bytes, MARK, length - MARK, bytes, 0);
    }

    /**
     * Takes the next bytes of the text, and puts its units in another array or in front of the bytes.
     *
     * @return the end of the units
     */
    int narrow(byte[] from, int offset, int length, byte[] to, int start) {
        int end = start;
        for (int at = offset; at < offset + length; at++) {
            if (this.first == NONE) {
                this.first = from[at] & 0xff;
            } else {
                int high = this.lowFirst ? from[at] : this.first;
                to[end++] = high == 0 ? (byte) (this.lowFirst ? this.first : from[at]) : (byte) '?';
                this.first = NONE;
            }
        }
        return end;
    }
}
