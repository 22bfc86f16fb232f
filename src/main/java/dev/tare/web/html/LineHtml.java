package dev.tare.web.html;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import org.springframework.web.util.HtmlUtils;

/** Writes lines as HTML. This is the only place that escapes the texts of a document. */
final class LineHtml {

    private LineHtml() {}

    static void append(StringBuilder html, String before, Line line, String after) {
        html.append(before);
        append(html, line);
        html.append(after);
    }

    static void append(StringBuilder html, Line line) {
        line.values().forEach(value -> append(html, value));
    }

    private static void append(StringBuilder html, Value value) {
        switch (value) {
            case Value.Code code -> append(html, "<code>", escaped(code.text()), "</code>");
            case Value.Step step -> append(html, "<code>", escaped(step.text()), "</code>");
            case Value.Digest digest -> append(html, "<code title=\"", escaped(digest.digest()), "\">",
                    escaped(digest.text()), "</code>");
            case Value.ImageName name -> append(html, "<bdi>", escaped(name.text()), "</bdi>");
            case Value.Advice advice -> append(html, "<span class=\"remedy\">", escaped(advice.text()), "</span>");
            case Value.Tag tag -> append(html, "<span class=\"badge ", style(tag.text()), "\">", escaped(tag.text()),
                    "</span>");
            case Value.Size size -> append(html, "<span title=\"", Bytes.exact(size.bytes()), "\">",
                    typographic(size.text()), "</span>");
            case Value.Figure figure -> html.append(typographic(escaped(figure.text())));
            case Value.Count count -> html.append(count.text());
            case Value.Strong words -> append(html, "<strong>", escaped(words.text()), "</strong>");
            case Value.Words words -> html.append(escaped(words.text()));
            case Value.Prose prose -> html.append(escaped(prose.text()));
        }
    }

    private static void append(StringBuilder html, String... parts) {
        for (String part : parts) {
            html.append(part);
        }
    }

    /** The first word of a tag selects its color. */
    private static String style(String tag) {
        int space = tag.indexOf(' ');
        return (space < 0 ? tag : tag.substring(0, space)).replaceAll("[^a-z]", "");
    }

    /** A text of an image for HTML, with every character visible. */
    static String escaped(String text) {
        return HtmlUtils.htmlEscape(VisibleText.of(text), "UTF-8");
    }

    static String typographic(String text) {
        return text.replace('-', '−').replace(' ', '\u00a0').replace(",\u00a0", ", ");
    }
}
