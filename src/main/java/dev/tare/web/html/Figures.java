package dev.tare.web.html;

import dev.tare.wording.Bytes;

/** The short texts of a page about images and their sizes. */
public final class Figures {

    private Figures() {}

    /** A rounded size. */
    public static String size(long bytes) {
        return LineHtml.typographic(Bytes.rounded(bytes));
    }

    /** A growth with its sign, or {@code same}. */
    public static String change(long before, long after) {
        return before == after ? "same" : LineHtml.typographic(Bytes.growth(after - before));
    }

    /** The letter of an image. */
    public static char letter(int index) {
        return BarsHtml.letter(index);
    }
}
