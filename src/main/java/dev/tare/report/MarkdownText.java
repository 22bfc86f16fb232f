package dev.tare.report;

import java.util.List;

import static java.util.stream.Collectors.joining;

/**
 * Keeps text that came from an image from being read as Markdown, HTML, a link, or a mention of a person or an issue.
 */
final class MarkdownText {

    private static final int CODE_LENGTH = 200;

    private static final int PROSE_LENGTH = 700;

    private static final String SPECIAL = "\\`*_[]<>~|$";

    private MarkdownText() {}

    /**
     * A name, path or value as it is, in a code span. What would end the span or a table's cell is written as its Java
     * escape.
     */
    static String code(String text) {
        String visible = Figures.shortened(VisibleText.of(text), CODE_LENGTH)
                .replace("`", "\\u0060")
                .replace("|",
                        "\\u007c");
        return visible.isBlank() ? "(empty)" : "`" + visible + "`";
    }

    /** Several of them. */
    static String codes(List<String> texts) {
        return texts.stream().map(MarkdownText::code).collect(joining(", "));
    }

    /** A sentence with such text in it. */
    static String prose(String text) {
        StringBuilder escaped = new StringBuilder();
        Figures.shortened(VisibleText.of(text), PROSE_LENGTH)
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
