package dev.tare.web.html;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tare.report.Listing;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;

/** Writes a table as HTML, in steps. */
final class TableHtml {

    /** The items of a cell and the facts of a row end after this number of characters of HTML. */
    private static final int MOST_CHARACTERS = 1 << 18;

    /** A matrix with more columns has only the letters of the images in its head on narrow screens. */
    private static final int MANY = 3;

    private final Table table;

    private final int most;

    /** @param most greatest number of rows of a long list, and of items of a cell */
    TableHtml(Table table, int most) {
        this.table = table;
        this.most = most;
    }

    /** The steps that append the table, on demand if it is folded. Each step appends one row at most. */
    Stream<Consumer<StringBuilder>> steps() {
        List<Row> shown = this.table.first(this.most);
        List<Row> minor = shown.stream().filter(row -> row.mark() == Row.Mark.MINOR).toList();
        Stream<Consumer<StringBuilder>> main =
                grid(shown.stream().filter(row -> row.mark() != Row.Mark.MINOR).toList());
        Stream<Consumer<StringBuilder>> remarks = Stream.of(html -> remarks(html, this.table.total() - shown.size()));
        Stream<Consumer<StringBuilder>> others = minor.isEmpty() ? Stream.empty()
                : DocumentHtml.around(html -> html.append("<details><summary>Figures of other tools</summary>\n"),
                        grid(minor), "</details>\n");
        return DocumentHtml.around(this::open, Stream.concat(Stream.concat(main, remarks), others),
                this.table.folded() ? "</details>\n" : "</div>\n");
    }

    private void open(StringBuilder html) {
        if (!this.table.folded()) {
            html.append("<div>");
            return;
        }
        LineHtml.append(html, "<details><summary>", this.table.title(), "");
        boolean counted = this.table.title().values().stream().anyMatch(Value.Count.class::isInstance);
        if (this.table.summary() == null && !counted) {
            html.append(" <small>").append(Counts.of(this.table.total())).append("</small>");
        } else if (this.table.summary() != null && !this.table.summary().values().isEmpty()) {
            LineHtml.append(html, " <small>", this.table.summary(), "</small>");
        }
        html.append("</summary>\n");
    }

    private void remarks(StringBuilder html, long hidden) {
        if (hidden > 0) {
            html.append("<p class=\"hidden\">and ").append(Counts.of(hidden)).append(" more</p>\n");
        }
        if (this.table.remark() != null) {
            LineHtml.append(html, "<p class=\"hidden\">", this.table.remark(), "</p>\n");
        }
    }

    private Stream<Consumer<StringBuilder>> grid(List<Row> rows) {
        return DocumentHtml.around(this::head, rows.stream().map(row -> html -> row(html, row)),
                "</tbody></table></div>\n");
    }

    private void head(StringBuilder html) {
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(LineHtml.escaped(this.table.title().text()))
                .append("\"><table class=\"")
                .append(this.table.isMatrix() ? this.table.isNumeric() ? "matrix figures" : "matrix text" : "list")
                .append(this.table.isMatrix() && this.table.columns().size() > MANY ? " many" : "")
                .append("\">\n");
        caption(html);
        if (this.table.hasHeader()) {
            html.append("<thead><tr>");
            this.table.columns().forEach(column -> heading(html, column));
            html.append("</tr></thead>\n");
        }
        html.append("<tbody>\n");
    }

    private void caption(StringBuilder html) {
        html.append(this.table.folded() || this.table.isMatrix() ? "<caption class=\"sr\">" : "<caption>");
        LineHtml.append(html, this.table.title());
        if (this.table.summary() != null && !this.table.summary().values().isEmpty()) {
            LineHtml.append(html, " <small>", this.table.summary(), "</small>");
        }
        html.append("</caption>\n");
    }

    private void heading(StringBuilder html, Table.Column column) {
        if (column.title().text().isEmpty()) {
            html.append("<td></td>");
            return;
        }
        String style = this.table.isMatrix() ? " class=\"name\"" : column.number() ? " class=\"number\"" : "";
        html.append("<th scope=\"col\"").append(style).append('>');
        if (column.title().values().getFirst() instanceof Value.ImageName name) {
            html.append(BarsHtml.badge(name.index())).append(' ');
        }
        LineHtml.append(html, "", column.title(), "</th>");
    }

    private void row(StringBuilder html, Row row) {
        html.append(switch (row.mark()) {
            case NONE, MINOR -> "<tr>";
            case LEADING -> "<tr class=\"leading\">";
            // Figures always differ, so they are not highlighted.
            case DIFFERS -> this.table.isNumeric() ? "<tr>" : "<tr class=\"differs\">";
        });
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (i == 0 && this.table.isMatrix()) {
                html.append("<th scope=\"row\">");
                header(html, row);
                html.append("</th>");
            } else {
                html.append(this.table.columns().get(i).number() && !this.table.isMatrix()
                        ? "<td class=\"number\""
                        : "<td");
                if (i == 0 && row.about() != null) {
                    html.append(" title=\"").append(LineHtml.escaped(row.about().text())).append('"');
                }
                html.append('>');
                cell(html, cells.get(i));
                html.append("</td>");
            }
        }
        html.append("</tr>\n");
    }

    /** The header of a row of a matrix, with the evidence for the row. */
    private void header(StringBuilder html, Row row) {
        Cell cell = row.cells().getFirst();
        html.append(row.facts().isEmpty() ? "<span>" : "<details><summary><span>");
        for (int i = 0; i < cell.lines().size(); i++) {
            LineHtml.append(html, i == 0 ? "" : " ", cell.lines().get(i), "");
        }
        html.append("</span>");
        if (row.facts().isEmpty()) {
            note(html, cell);
            return;
        }
        html.append("</summary>");
        if (row.about() != null) {
            LineHtml.append(html, "<p>", row.about(), "</p>");
        }
        html.append("<dl>");
        for (Row.Fact fact : row.facts()) {
            LineHtml.append(html, "<dt>", fact.title(), "</dt>");
            append(html, "<dd>", fact.lines(), "</dd>", fact.lines().size());
        }
        html.append("</dl></details>");
    }

    private void cell(StringBuilder html, Cell cell) {
        if (cell.items().empty()) {
            lines(html, cell);
        } else {
            html.append("<details><summary>");
            lines(html, cell);
            html.append("</summary>");
            items(html, cell.items());
            html.append("</details>");
        }
        note(html, cell);
    }

    private void lines(StringBuilder html, Cell cell) {
        if (cell.lines().size() == 1) {
            LineHtml.append(html, cell.lines().getFirst());
        } else {
            cell.lines().forEach(line -> LineHtml.append(html, "<span class=\"line\">", line, "</span>"));
        }
    }

    private void items(StringBuilder html, Listing<Line> items) {
        html.append("<ul class=\"paths\">");
        append(html, "<li>", items.items().subList(0, Math.min(items.items().size(), this.most)), "</li>",
                items.total());
        html.append("</ul>");
    }

    private static void append(StringBuilder html, String before, List<Line> lines, String after, long total) {
        int start = html.length();
        int shown = 0;
        while (shown < lines.size() && html.length() - start < MOST_CHARACTERS) {
            LineHtml.append(html, before, lines.get(shown), after);
            shown++;
        }
        if (total > shown) {
            html.append(before).append("and ").append(Counts.of(total - shown)).append(" more").append(after);
        }
    }

    private void note(StringBuilder html, Cell cell) {
        if (cell.note() != null) {
            LineHtml.append(html, "<small>", cell.note(), "</small>");
        }
    }
}
