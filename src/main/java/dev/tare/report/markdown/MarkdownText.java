package dev.tare.report.markdown;

import java.util.List;
import java.util.function.Function;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Counts;

/**
 * Writes values as Markdown. This is the one place that prevents text of an image from becoming Markdown, HTML, a link,
 * or a mention of a person or an issue.
 */
final class MarkdownText {

    private static final int CODE_LENGTH = 200;

    private static final int STEP_LENGTH = 80;

    private static final int PROSE_LENGTH = 700;

    /** Only a line of very many values is longer. */
    private static final int LINE_LENGTH = 2_000;

    private static final String SPECIAL = "\\`*_[]<>~|$";

    private MarkdownText() {}

    static String of(Line line) {
        return line(line, MarkdownText::of);
    }

    /** The line, with the exact numbers of sizes if they matter. */
    static String exact(Line line) {
        return line(line, value -> value instanceof Value.Size size && size.exact()
                ? size.text() + " (" + Counts.of(size.bytes()) + ")"
                : of(value));
    }

    private static String line(Line line, Function<Value, String> form) {
        StringBuilder text = new StringBuilder();
        for (Value value : line.values()) {
            if (text.length() > LINE_LENGTH) {
                return text.append(" …").toString();
            }
            text.append(form.apply(value));
        }
        return text.toString();
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Code code -> code(code.text(), CODE_LENGTH);
            case Value.Step step -> code(step.text(), STEP_LENGTH);
            case Value.ImageName name -> code(name.text(), CODE_LENGTH);
            case Value.Digest digest -> code(digest.text(), CODE_LENGTH);
            case Value.Prose prose -> prose(prose.text());
            case Value.Advice advice -> "*" + prose(advice.text()) + "*";
            case Value.Strong words -> "**" + prose(words.text()) + "**";
            case Value.Words words -> words.text();
            case Value.Figure figure -> figure.text();
            case Value.Count count -> count.text();
            case Value.Size size -> size.text();
            case Value.Tag tag -> tag.text();
        };
    }

    static String joined(List<String> parts) {
        return String.join(", ", parts);
    }

    /**
     * A name, path or value in a code span. Characters that would end the span or a table's cell become Java escapes.
     */
    private static String code(String text, int most) {
        String visible = VisibleText
                .shortened(VisibleText.of(text).replace("`", "\\u0060").replace("|", "\\u007c"), most);
        return visible.isBlank() ? "(empty)" : "`" + visible + "`";
    }

    /** A sentence that contains such text. */
    private static String prose(String text) {
        StringBuilder escaped = new StringBuilder();
        VisibleText.shortened(VisibleText.of(text), PROSE_LENGTH)
                .codePoints()
                .forEach(codePoint -> append(escaped, codePoint));
        return escaped.toString().replace("://", ":<!-- -->//").replace("www.", "www<!-- -->.");
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '&' -> escaped.append("&amp;");
            case '@', '#' -> escaped.appendCodePoint(codePoint).append("<!-- -->");
            default -> {
                if (SPECIAL.indexOf(codePoint) >= 0) {
                    escaped.append('\\');
                }
                escaped.appendCodePoint(codePoint);
            }
        }
    }
}
