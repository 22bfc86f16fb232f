package dev.tare.report.text;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.document.VisibleText;

import static java.util.stream.Collectors.joining;

/**
 * Writes lines of values for a terminal, and wraps them. This is the one place that escapes control characters for
 * terminals.
 */
final class TextLine {

    private static final int NAME_WIDTH = 35;

    /** A sentence may contain paths of any length. Only its beginning is shown. */
    private static final int LENGTH = 400;

    private TextLine() {}

    static String of(Line line) {
        return line.values().stream().map(TextLine::of).collect(joining());
    }

    /** A value with every character visible. The number of an image precedes its name. A long name keeps its end. */
    static String of(Value value) {
        String visible = VisibleText.of(value.text());
        return value instanceof Value.ImageName name ? number(name) + " " + end(visible, NAME_WIDTH) : visible;
    }

    /** The number and the name of an image in at most this many characters. */
    static String of(Value.ImageName name, int most) {
        String number = number(name) + " ";
        return number + end(VisibleText.of(name.text()), Math.max(2, most - number.length()));
    }

    static String number(Value.ImageName image) {
        return "#" + (image.index() + 1);
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The lines of a text that is wrapped at spaces, or anywhere in a longer word. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : VisibleText.shortened(text, LENGTH).split(" ")) {
            String rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (line.isEmpty() && width(rest) > width) {
                int end = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The end of a text, after an ellipsis if it is longer. */
    static String end(String text, int most) {
        int cut = width(text) - most + 1;
        return cut <= 1 ? text : "…" + text.substring(text.offsetByCodePoints(0, cut));
    }
}
