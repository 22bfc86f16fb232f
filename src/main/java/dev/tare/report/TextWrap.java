package dev.tare.report;

import java.util.List;

/** Breaks sentences into lines that fit a terminal. */
final class TextWrap {

    /** A sentence may name paths of any length; this much of it is shown. */
    private static final int LENGTH = 400;

    private TextWrap() {}

    /** Adds the text, its first line after {@code first} and the others after {@code indent}, broken at spaces. */
    static void add(List<String> lines, String first, String indent, String text) {
        StringBuilder line = new StringBuilder(first);
        for (String word : Figures.shortened(text, LENGTH).split(" ")) {
            if (line.length() > indent.length() && line.length() + word.length() >= TextReport.WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
