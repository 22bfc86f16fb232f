package dev.tare.report.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tare.report.Listing;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.section.Document;
import dev.tare.wording.Counts;

/** Lays out a document as Markdown, with a bound on the items of each list. */
final class MarkdownLayout {

    /** With fewer rows, evidence that needs no attention is left out. Short lists have this many items at least. */
    private static final int MANY = 10;

    private final int items;

    private final int room;

    private final List<String> lines = new ArrayList<>();

    /**
     * @param items greatest number of rows of long lists
     * @param room  as in {@link Table#firstDiffering(int, int)}
     */
    MarkdownLayout(int items, int room) {
        this.items = items;
        this.room = room;
    }

    String lay(Document document) {
        this.lines.add("# " + document.title());
        paragraph(first(document.images().stream().map(MarkdownText::of).toList()));
        if (!document.headlines().isEmpty()) {
            bullets(document.headlines());
        }
        document.sections().forEach(section -> section(section, "##"));
        return String.join("\n", this.lines) + "\n";
    }

    private void section(Section section, String level) {
        paragraph(level + " " + MarkdownText.of(section.title()));
        section.blocks().forEach(block -> block(block, level + "#"));
    }

    private void block(Block block, String level) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(MarkdownText.of(paragraph.line()));
            case Block.Bullets bullets -> bullets(bullets.lines());
            case Table table -> table(table, level);
            case Section section -> section(section, level);
        }
    }

    private void table(Table table, String level) {
        List<Row> rows = table.firstDiffering(this.items, this.room);
        if (rows.isEmpty()) {
            return;
        }
        if (!table.columns().getFirst().title().values().isEmpty() || table.summary() != null) {
            paragraph(level + " " + MarkdownText.of(table.title()));
        }
        if (table.summary() != null) {
            paragraph(MarkdownText.of(table.summary()));
        }
        this.lines.add("");
        row(header(table));
        row(table.columns().stream().map(column -> column.number() ? "---:" : ":---").toList());
        rows.forEach(row -> row(cells(row)));
        below(table, rows.size());
        items(table, rows);
        facts(rows);
    }

    private static List<String> header(Table table) {
        List<String> titles = new ArrayList<>();
        table.columns().forEach(column -> titles.add(MarkdownText.of(column.title())));
        if (titles.getFirst().isEmpty()) {
            titles.set(0, table.summary() == null ? MarkdownText.of(table.title()) : "");
        }
        return titles;
    }

    /** The note of the first cell explains it. */
    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            String lines = first(cell.lines().stream().map(MarkdownText::exact).toList());
            String note = cell.note() == null ? ""
                    : (cells.isEmpty() ? ": " : "; ") + MarkdownText.of(cell.note());
            cells.add(lines + note);
        }
        return cells;
    }

    private void below(Table table, int shown) {
        long all = table.shape() == Table.Shape.COMPARISON && table.total() == table.rows().size() ? table.differing()
                : table.total();
        if (all > shown) {
            paragraph(more(all - shown));
        }
        if (table.remark() != null) {
            paragraph(MarkdownText.of(table.remark()));
        }
    }

    /** Items of cells, which do not fit into a table. */
    private void items(Table table, List<Row> rows) {
        List<String> bullets = new ArrayList<>();
        for (int column = 1; column < table.columns().size(); column++) {
            for (Row row : rows) {
                Listing<Line> counted = row.cells().get(column).items();
                if (!counted.empty()) {
                    bullets.add("- %s, %s: %s".formatted(MarkdownText.of(table.columns().get(column).title()),
                            MarkdownText.of(row.cells().getFirst().lines().getFirst()), shown(counted)));
                }
            }
        }
        if (!bullets.isEmpty()) {
            this.lines.add("");
            this.lines.addAll(bullets);
        }
    }

    private String shown(Listing<Line> counted) {
        List<String> shown = counted.items().stream().limit(this.items).map(MarkdownText::of).toList();
        long more = counted.total() - shown.size();
        return MarkdownText.joined(shown) + (more == 0 ? "" : " " + more(more));
    }

    /** The parts with commas between them, or the first ones of very many. */
    private String first(List<String> parts) {
        int most = Math.max(this.items, MANY);
        return parts.size() <= most ? MarkdownText.joined(parts)
                : MarkdownText.joined(parts.subList(0, most)) + " " + more(parts.size() - most);
    }

    private static String more(long number) {
        return "and " + Counts.of(number) + " more";
    }

    /** Facts that need no attention are folded away. */
    private void facts(List<Row> rows) {
        List<String> open = facts(rows, false);
        List<String> minor = this.items < MANY ? List.of() : facts(rows, true);
        if (!open.isEmpty()) {
            this.lines.add("");
            this.lines.addAll(open);
        }
        if (!minor.isEmpty()) {
            this.lines.addAll(List.of("", "<details><summary>Evidence for the other verdicts</summary>", ""));
            this.lines.addAll(minor);
            this.lines.addAll(List.of("", "</details>"));
        }
    }

    private List<String> facts(List<Row> rows, boolean minor) {
        List<String> bullets = new ArrayList<>();
        for (Row row : rows) {
            List<Row.Fact> facts = row.facts().stream().filter(fact -> fact.minor() == minor).toList();
            if (!facts.isEmpty()) {
                bullets.add("- **" + MarkdownText.of(row.cells().getFirst().lines().getFirst()) + "**");
            }
            Set<Line> advice = new HashSet<>();
            facts.forEach(fact -> bullets.add("  - " + MarkdownText.of(fact.title()) + ". " + evidence(fact, advice)));
        }
        return bullets;
    }

    /** The first lines of the evidence, and advice that no other fact of the row gave. */
    private String evidence(Row.Fact fact, Set<Line> advice) {
        List<String> sentences = new ArrayList<>();
        int left = this.items;
        long more = 0;
        for (Line line : fact.lines()) {
            if (line.isAdvice() ? advice.add(line) : left-- > 0) {
                sentences.add(MarkdownText.of(line));
            } else if (!line.isAdvice()) {
                more++;
            }
        }
        return String.join(" ", sentences) + (more == 0 ? "" : " (" + more(more) + ")");
    }

    private void bullets(List<Line> statements) {
        if (!statements.isEmpty()) {
            int most = Math.max(this.items, MANY);
            this.lines.add("");
            statements.stream().limit(most).forEach(line -> this.lines.add("- " + MarkdownText.of(line)));
            if (statements.size() > most) {
                this.lines.add("- " + more(statements.size() - most));
            }
        }
    }

    private void paragraph(String text) {
        this.lines.add("");
        this.lines.add(text);
    }

    private void row(List<String> cells) {
        this.lines.add("| " + String.join(" | ", cells) + " |");
    }
}
