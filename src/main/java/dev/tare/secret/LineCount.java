package dev.tare.secret;

import org.jspecify.annotations.Nullable;

/** Counts the lines of a content whose window moves on. */
final class LineCount {

    /** Text has no zeros here. */
    private static final int HEAD = 4096;

    private boolean text;

    /** Line ends before {@link #counted}. */
    private int ends;

    private int counted;

    /** Judges by its beginning whether the content is text. */
    void begin(byte[] window, int filled) {
        this.ends = 0;
        this.counted = 0;
        this.text = true;
        for (int i = 0; i < Math.min(filled, HEAD) && this.text; i++) {
            this.text = window[i] != 0;
        }
    }

    /** The line that a place of the window is in, or {@code null} if the content is no text. */
    @Nullable
    Integer lineOf(byte[] window, int at) {
        if (!this.text) {
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
    void drop(byte[] window, int dropped) {
        if (this.text) {
            lineOf(window, Math.max(dropped, this.counted));
            this.counted -= dropped;
        }
    }

    private static int count(byte[] window, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += window[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
