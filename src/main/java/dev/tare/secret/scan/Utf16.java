package dev.tare.secret.scan;

import dev.tare.secret.Window;
import org.jspecify.annotations.Nullable;

/**
 * Converts text in UTF-16 to one byte per unit. Keys and tokens have only ASCII characters, so other characters become
 * question marks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2781#section-3.2">RFC 2781, byte order mark</a>
 */
final class Utf16 {

    private static final int MARK = 2;

    private static final int NONE = -1;

    /** Whether the low byte of a unit comes first. */
    private final boolean lowFirst;

    /** The first byte of a unit that is not complete yet. */
    private int first = NONE;

    private Utf16(boolean lowFirst) {
        this.lowFirst = lowFirst;
    }

    /**
     * The text that begins here, or {@code null} if the bytes are not UTF-16. A byte order mark alone may be chance. So
     * at least one unit must have a high byte of zero, such as a space or line end, and no unit may be zero.
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

    /** Converts the first bytes of the text in place, without its byte order mark. Returns the number of units. */
    int begin(byte[] bytes, int length) {
        return narrow(bytes, MARK, length - MARK, bytes, 0);
    }

    /**
     * Converts the next bytes of the text. The units go to another array, or to the same one.
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
