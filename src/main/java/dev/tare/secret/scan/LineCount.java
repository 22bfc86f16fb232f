package dev.tare.secret.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/** Counts the lines of a content whose window moves on, as late as it can: most contents have no secret. */
final class LineCount {

    /** Text has no zeros here. */
    private static final int HEAD = 4096;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    private static final long LINE_ENDS = 0x0a0a0a0a0a0a0a0aL;

    /** Not known before it is asked for. */
    private @Nullable Boolean text;

    /** Line ends before {@link #counted}. */
    private int ends;

    private int counted;

    /** Begins a content. */
    void begin() {
        this.ends = 0;
        this.counted = 0;
        this.text = null;
    }

    /** The line that a place of the window is in, or {@code null} if the content is no text. */
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

    /** The first bytes are about to leave the window. */
    void drop(byte[] window, int filled, int dropped) {
        if (lineOf(window, filled, Math.max(dropped, this.counted)) != null) {
            this.counted -= dropped;
        }
    }

    /** Judges by the beginning of the content, which is in the window when it is asked first. */
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
