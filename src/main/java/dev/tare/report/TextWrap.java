package dev.tare.report;

import java.util.List;

/** Breaks sentences into lines that fit a terminal. */
final class TextWrap {

    /** A sentence may name paths of any length; this much of it is shown. */
    private static final int LENGTH = 400;

    private TextWrap() {}

    /** Adds the text with every line indented, broken at spaces where there are some. */
    static void add(List<String> lines, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
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
