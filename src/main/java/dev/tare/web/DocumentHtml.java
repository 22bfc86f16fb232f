package dev.tare.web;

import dev.tare.report.document.Block;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Renders documents as HTML. Templates call it {@code @html}. A page has thousands of values, and a template would
 * evaluate several expressions for each of them.
 */
@Component("html")
final class DocumentHtml {

    private static final String UNKNOWN = "unknown";

    /** More statements than this are shown on demand. */
    private static final int FEW = 4;

    /** A text of an image with every character visible. The template must escape it. */
    public String text(@Nullable Object text) {
        return text == null ? UNKNOWN : VisibleText.of(text.toString());
    }

    /** A line as text. The template must escape it. */
    public String text(Line line) {
        return VisibleText.of(line.text());
    }

    /** A rounded size. */
    public String size(long bytes) {
        return LineHtml.typographic(Bytes.rounded(bytes));
    }

    /** A line as HTML. */
    public String line(Line line) {
        StringBuilder html = new StringBuilder();
        LineHtml.append(html, line);
        return html.toString();
    }

    /**
     * A part of a section as HTML.
     *
     * @param rows greatest number of rows of long lists
     */
    public String block(Block block, int rows) {
        StringBuilder html = new StringBuilder();
        append(html, block, rows);
        return html.toString();
    }

    private static void append(StringBuilder html, Block block, int rows) {
        switch (block) {
            case Block.Paragraph paragraph -> LineHtml.append(html, "<p class=\"lead\">", paragraph.line(), "</p>\n");
            case Block.Bullets bullets -> append(html, bullets);
            case Table table -> new TableHtml(html, table, rows).append();
            case Section section -> {
                html.append("<div class=\"part\" id=\"").append(LineHtml.escaped(section.id())).append("\">\n");
                LineHtml.append(html, "<h3>", section.title(), "</h3>\n");
                section.blocks().forEach(inner -> append(html, inner, rows));
                html.append("</div>\n");
            }
        }
    }

    private static void append(StringBuilder html, Block.Bullets bullets) {
        boolean onDemand = bullets.lines().size() > FEW;
        if (onDemand) {
            html.append("<details><summary>").append(LineHtml.escaped(bullets.title())).append("</summary>\n");
        }
        html.append("<ul class=\"reasons\">");
        bullets.lines().forEach(line -> LineHtml.append(html, "<li>", line, "</li>"));
        html.append(onDemand ? "</ul></details>\n" : "</ul>\n");
    }
}
