package dev.tare.web;

import java.util.List;

import dev.tare.report.Listing;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

import static java.util.stream.Collectors.joining;

/**
 * Renders documents and their values as HTML. Templates call it {@code @html}. The methods that return HTML are the only
 * place that escapes it.
 */
@Component("html")
final class DocumentHtml {

    private static final String UNKNOWN = "unknown";

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
        return typographic(Bytes.rounded(bytes));
    }

    /** A count. */
    public String count(long number) {
        return Counts.of(number);
    }

    /** The kind of a block, which selects the fragment in a template. */
    public String kind(Block block) {
        return switch (block) {
            case Block.Paragraph _ -> "paragraph";
            case Block.Bullets _ -> "bullets";
            case Table _ -> "table";
            case Section _ -> "section";
        };
    }

    /** The classes of a table. */
    public String kindOf(Table table) {
        return table.isMatrix() ? table.isNumeric() ? "matrix figures" : "matrix text" : "list";
    }

    /** The number of rows of a table that are not shown. */
    public long hidden(Table table, int most) {
        return table.total() - table.count(most);
    }

    /** The class of a row. Figures always differ, so they are not highlighted. */
    public @Nullable String mark(Table table, Row row) {
        return switch (row.mark()) {
            case NONE, MINOR -> null;
            case LEADING -> "leading";
            case DIFFERS -> table.isNumeric() ? null : "differs";
        };
    }

    /** The rows of a table that the page always shows, if at most this many rows of a list are requested. */
    public List<Row> major(Table table, int most) {
        return table.first(most).stream().filter(row -> row.mark() != Row.Mark.MINOR).toList();
    }

    /** The rows of a table that the page shows on demand; usually none. */
    public List<Row> minor(Table table, int most) {
        return table.first(most).stream().filter(row -> row.mark() == Row.Mark.MINOR).toList();
    }

    /** A line as HTML. */
    public String line(Line line) {
        return line.values().stream().map(DocumentHtml::html).collect(joining());
    }

    /** The cells of a row as HTML, with a bound on their items. */
    public String cells(Table table, Row row, int most) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            if (i == 0 && table.isMatrix()) {
                html.append("<th scope=\"row\">").append(header(row)).append("</th>");
            } else {
                html.append("<td")
                        .append(table.columns().get(i).number() && !table.isMatrix() ? " class=\"number\"" : "")
                        .append(i == 0 ? title(row) : "")
                        .append('>')
                        .append(cell(row.cells().get(i), most))
                        .append("</td>");
            }
        }
        return html.toString();
    }

    /** The content of a cell as HTML, with a bound on its items. */
    public String cell(Cell cell, int most) {
        String lines = cell.lines().size() == 1 ? line(cell.lines().getFirst())
                : cell.lines()
                        .stream()
                        .map(line -> "<span class=\"line\">" + line(line) + "</span>")
                        .collect(joining());
        String note = cell.note() == null ? "" : "<small>" + line(cell.note()) + "</small>";
        return cell.items().empty() ? lines + note
                : "<details><summary>" + lines + "</summary>" + items(cell.items(), most) + "</details>" + note;
    }

    /** The content of a row's header as HTML, with the evidence for the row. */
    public String header(Row row) {
        Cell cell = row.cells().getFirst();
        String title = "<span>" + cell.lines().stream().map(this::line).collect(joining(" ")) + "</span>";
        if (!row.facts().isEmpty()) {
            return "<details><summary>" + title + "</summary>" + about(row) + "<dl>"
                    + row.facts().stream().map(this::fact).collect(joining()) + "</dl></details>";
        }
        return cell.note() == null ? title : title + "<small>" + line(cell.note()) + "</small>";
    }

    private String items(Listing<Line> items, int most) {
        List<Line> shown = items.items().stream().limit(most).toList();
        long more = items.total() - shown.size();
        return "<ul class=\"paths\">" + shown.stream().map(line -> "<li>" + line(line) + "</li>").collect(joining())
                + (more > 0 ? "<li>and " + count(more) + " more</li>" : "") + "</ul>";
    }

    private static String title(Row row) {
        return row.about() == null ? "" : " title=\"" + escaped(row.about().text()) + '"';
    }

    private String about(Row row) {
        return row.about() == null ? "" : "<p>" + line(row.about()) + "</p>";
    }

    private String fact(Row.Fact fact) {
        return "<dt>" + line(fact.title()) + "</dt>"
                + fact.lines().stream().map(line -> "<dd>" + line(line) + "</dd>").collect(joining());
    }

    private static String html(Value value) {
        return switch (value) {
            case Value.Code code -> "<code>" + escaped(code.text()) + "</code>";
            case Value.Step step -> "<code>" + escaped(step.text()) + "</code>";
            case Value.Digest digest -> "<code title=\"" + escaped(digest.digest()) + "\">" + escaped(digest.text())
                    + "</code>";
            case Value.ImageName name -> "<bdi>" + escaped(name.text()) + "</bdi>";
            case Value.Advice advice -> "<span class=\"remedy\">" + escaped(advice.text()) + "</span>";
            case Value.Tag tag -> "<span class=\"badge " + style(tag.text()) + "\">" + escaped(tag.text()) + "</span>";
            case Value.Size size -> "<span title=\"" + Bytes.exact(size.bytes()) + "\">" + typographic(size.text())
                    + "</span>";
            case Value.Figure figure -> typographic(escaped(figure.text()));
            case Value.Count count -> count.text();
            case Value.Words words -> escaped(words.text());
            case Value.Prose prose -> escaped(prose.text());
        };
    }

    /** The first word of a tag selects its color. */
    private static String style(String tag) {
        int space = tag.indexOf(' ');
        return (space < 0 ? tag : tag.substring(0, space)).replaceAll("[^a-z]", "");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(VisibleText.of(text), "UTF-8");
    }

    private static String typographic(String text) {
        return text.replace('-', '−').replace(' ', '\u00a0').replace(",\u00a0", ", ");
    }
}
