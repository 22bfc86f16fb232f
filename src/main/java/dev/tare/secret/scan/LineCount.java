package dev.tare.secret.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/**
 * Counts the lines of a content while its window moves. It counts as late as possible, because most contents have no
 * secret.
 */
final class LineCount {

    /** The number of first bytes that contain no zero in a text. */
    private static final int HEAD = 4096;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private static final long LINE_ENDS = 0x0a0a0a0a0a0a0a0aL;

    /** {@code null} until the first request. */
    private @Nullable Boolean text;

    /** The number of line ends before {@link #counted}. */
    private int ends;

    private int counted;

    /** Begins a content. */
    void begin() {
        this.ends = 0;
        this.counted = 0;
        this.text = null;
    }

    /** The line of an index of the window, or {@code null} if the content is not text. */
    @Nullable
    Integer lineOf(byte[] window, int filled, int at) {
        if (!isText(window, filled)) {
            return null;
        }
        if (at < this.counted) {
            return this.ends + 1 - count(window, at, this.counted);
        }
        this.ends += count(window, this.counted, at);
        this.counted = at;
        return this.ends + 1;
    }

    /** Counts the first bytes of the window before they leave it. */
    void drop(byte[] window, int filled, int dropped) {
        if (lineOf(window, filled, Math.max(dropped, this.counted)) != null) {
            this.counted -= dropped;
        }
    }

    /** Detects text by the beginning of the content, which is in the window at the first request. */
    private boolean isText(byte[] window, int filled) {
        if (this.text == null) {
            int at = 0;
            while (at < Math.min(filled, HEAD) && window[at] != 0) {
                at++;
            }
            this.text = at == Math.min(filled, HEAD);
        }
        return this.text;
    }

    private static int count(byte[] window, int from, int to) {
        int count = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            count += countInWord((long) WORD.get(window, at));
        }
        for (; at < to; at++) {
            count += window[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** Every byte that is a line end becomes one bit. */
    private static int countInWord(long word) {
        long others = word ^ LINE_ENDS;
        return Long.bitCount(~((others & LOW_BITS) + LOW_BITS | others | LOW_BITS));
    }
}
