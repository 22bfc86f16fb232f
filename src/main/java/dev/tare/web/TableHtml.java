package dev.tare.web;

import java.util.List;

import dev.tare.report.Listing;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Table;
import dev.tare.wording.Counts;

/** Writes a table as HTML. */
final class TableHtml {

    private final StringBuilder html;

    private final Table table;

    private final int most;

    /** @param most greatest number of rows of a long list, and of items of a cell */
    TableHtml(StringBuilder html, Table table, int most) {
        this.html = html;
        this.table = table;
        this.most = most;
    }

    /** Appends the table, on demand if it is folded. */
    void append() {
        if (this.table.folded()) {
            LineHtml.append(this.html, "<details><summary>", this.table.title(), " <small>");
            if (this.table.summary() == null) {
                this.html.append(Counts.of(this.table.total()));
            } else {
                LineHtml.append(this.html, this.table.summary());
            }
            this.html.append("</small></summary>\n");
            parts();
            this.html.append("</details>\n");
        } else {
            this.html.append("<div>");
            parts();
            this.html.append("</div>\n");
        }
    }

    private void parts() {
        List<Row> shown = this.table.first(this.most);
        grid(shown.stream().filter(row -> row.mark() != Row.Mark.MINOR).toList());
        long hidden = this.table.total() - shown.size();
        if (hidden > 0) {
            this.html.append("<p class=\"hidden\">and ").append(Counts.of(hidden)).append(" more</p>\n");
        }
        if (this.table.remark() != null) {
            LineHtml.append(this.html, "<p class=\"hidden\">", this.table.remark(), "</p>\n");
        }
        List<Row> minor = shown.stream().filter(row -> row.mark() == Row.Mark.MINOR).toList();
        if (!minor.isEmpty()) {
            this.html.append("<details><summary>Figures of other tools</summary>\n");
            grid(minor);
            this.html.append("</details>\n");
        }
    }

    private void grid(List<Row> rows) {
        this.html.append("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
                .append(LineHtml.escaped(this.table.title().text()))
                .append("\"><table class=\"")
                .append(this.table.isMatrix() ? this.table.isNumeric() ? "matrix figures" : "matrix text" : "list")
                .append("\">\n");
        caption();
        if (this.table.hasHeader()) {
            this.html.append("<thead><tr>");
            this.table.columns().forEach(this::heading);
            this.html.append("</tr></thead>\n");
        }
        this.html.append("<tbody>\n");
        rows.forEach(this::row);
        this.html.append("</tbody></table></div>\n");
    }

    private void caption() {
        this.html.append(this.table.folded() || this.table.isMatrix() ? "<caption class=\"sr\">" : "<caption>");
        LineHtml.append(this.html, this.table.title());
        if (this.table.summary() != null) {
            LineHtml.append(this.html, " <small>", this.table.summary(), "</small>");
        }
        this.html.append("</caption>\n");
    }

    private void heading(Table.Column column) {
        String style = this.table.isMatrix() ? " class=\"name\"" : column.number() ? " class=\"number\"" : "";
        LineHtml.append(this.html, "<th scope=\"col\"" + style + ">", column.title(), "</th>");
    }

    private void row(Row row) {
        this.html.append(switch (row.mark()) {
            case NONE, MINOR -> "<tr>";
            case LEADING -> "<tr class=\"leading\">";
            // Figures always differ, so they are not highlighted.
            case DIFFERS -> this.table.isNumeric() ? "<tr>" : "<tr class=\"differs\">";
        });
        List<Cell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (i == 0 && this.table.isMatrix()) {
                this.html.append("<th scope=\"row\">");
                header(row);
                this.html.append("</th>");
            } else {
                this.html.append(this.table.columns().get(i).number() && !this.table.isMatrix()
                        ? "<td class=\"number\""
                        : "<td");
                if (i == 0 && row.about() != null) {
                    this.html.append(" title=\"").append(LineHtml.escaped(row.about().text())).append('"');
                }
                this.html.append('>');
                cell(cells.get(i));
                this.html.append("</td>");
            }
        }
        this.html.append("</tr>\n");
    }

    /** The header of a row of a matrix, with the evidence for the row. */
    private void header(Row row) {
        Cell cell = row.cells().getFirst();
        this.html.append(row.facts().isEmpty() ? "<span>" : "<details><summary><span>");
        for (int i = 0; i < cell.lines().size(); i++) {
            LineHtml.append(this.html, i == 0 ? "" : " ", cell.lines().get(i), "");
        }
        this.html.append("</span>");
        if (row.facts().isEmpty()) {
            note(cell);
            return;
        }
        this.html.append("</summary>");
        if (row.about() != null) {
            LineHtml.append(this.html, "<p>", row.about(), "</p>");
        }
        this.html.append("<dl>");
        for (Row.Fact fact : row.facts()) {
            LineHtml.append(this.html, "<dt>", fact.title(), "</dt>");
            fact.lines().forEach(line -> LineHtml.append(this.html, "<dd>", line, "</dd>"));
        }
        this.html.append("</dl></details>");
    }

    private void cell(Cell cell) {
        if (cell.items().empty()) {
            lines(cell);
        } else {
            this.html.append("<details><summary>");
            lines(cell);
            this.html.append("</summary>");
            items(cell.items());
            this.html.append("</details>");
        }
        note(cell);
    }

    private void lines(Cell cell) {
        if (cell.lines().size() == 1) {
            LineHtml.append(this.html, cell.lines().getFirst());
        } else {
            cell.lines().forEach(line -> LineHtml.append(this.html, "<span class=\"line\">", line, "</span>"));
        }
    }

    private void items(Listing<Line> items) {
        this.html.append("<ul class=\"paths\">");
        List<Line> shown = items.items().subList(0, Math.min(items.items().size(), this.most));
        shown.forEach(line -> LineHtml.append(this.html, "<li>", line, "</li>"));
        if (items.total() > shown.size()) {
            this.html.append("<li>and ").append(Counts.of(items.total() - shown.size())).append(" more</li>");
        }
        this.html.append("</ul>");
    }

    private void note(Cell cell) {
        if (cell.note() != null) {
            LineHtml.append(this.html, "<small>", cell.note(), "</small>");
        }
    }
}
