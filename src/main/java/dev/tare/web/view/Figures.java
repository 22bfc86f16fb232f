package dev.tare.web.view;

import dev.tare.wording.Bytes;

/** Formats bytes with a narrow space and a true minus. */
final class Figures {

    private Figures() {}

    static String size(long bytes) {
        return shown(Bytes.rounded(bytes));
    }

    static String change(long before, long after) {
        return before == after ? "same" : shown(Bytes.growth(after - before));
    }

    private static String shown(String text) {
        return text.replace(' ', '\u202f').replace('-', '\u2212');
    }
}
