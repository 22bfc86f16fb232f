package dev.tare.web.html;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.Listing;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentHtmlTests {

    private final DocumentHtml html = new DocumentHtml();

    @Test
    void sizeIsRoundedWithItsBytesInATitle() {
        assertThat(this.html.line(line(new Value.Size(55_123_456, false))))
                .isEqualTo("<span title=\"55,123,456 bytes\">55.1\u00a0MB</span>");
        assertThat(this.html.size(1_000)).isEqualTo("1.00\u00a0kB");
    }

    @Test
    void figureIsTypographic() {
        assertThat(this.html.line(line(new Value.Figure("-55.0 MB, -26 %")))).isEqualTo("−55.0\u00a0MB, −26\u00a0%");
    }

    @Test
    void lineEscapesEveryValueOfAnImage() {
        String hostile = "<b>\"&\u202e";
        assertThat(List.of(new Value.Code(hostile), new Value.Prose(hostile), new Value.Advice(hostile),
                new Value.ImageName(0, hostile), new Value.Tag(hostile), new Value.Words(hostile),
                new Value.Figure(hostile), new Value.Digest(hostile)))
                .extracting(value -> this.html.line(line(value)))
                .allSatisfy(html -> assertThat(html).contains("&lt;b&gt;&quot;&amp;\\u202e")
                        .doesNotContain("<b>", "\u202e"));
    }

    @Test
    void cellHasLinesNoteAndItsFirstItems() {
        Cell cell = new Cell(List.of(line(new Value.Words("a")), line(new Value.Words("b"))),
                line(new Value.Words("note")),
                new Listing<>(3, 1, List.of(line(new Value.Code("x")), line(new Value.Code("y")))));
        Table table = Table.of("Title", List.of(cell)).column("", same -> same).build();
        assertThat(block(table, 1)).contains("<tr><td><details><summary><span class=\"line\">a</span>"
                + "<span class=\"line\">b</span></summary><ul class=\"paths\"><li><code>x</code></li>"
                + "<li>and 2 more</li></ul></details><small>note</small></td></tr>");
    }

    @Test
    void largeTableComesInPieces() {
        Table table = Table.of("Title", IntStream.range(0, 1_000).boxed().toList())
                .column("", _ -> Cell.code("x".repeat(4_096)))
                .build();
        assertThat(this.html.pieces(table, 1_000)).hasSizeGreaterThan(100)
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThan(30_000));
    }

    @Test
    void cellThatIsTooLargeHasFewerItems() {
        List<Line> paths = Collections.nCopies(1_000, line(new Value.Code("x".repeat(4_096))));
        Cell cell = new Cell(List.of(line(new Value.Words("a"))), null, new Listing<>(1_000, 0, paths));
        Table table = Table.of("Title", List.of(cell)).column("", same -> same).build();
        assertThat(block(table, 1_000)).hasSizeLessThan(300_000).containsPattern("<li>and 9\\d\\d more</li>");
    }

    @Test
    void headerShowsFactsOnDemand() {
        Row.Fact fact = new Row.Fact(line(new Value.Words("image: fail")), List.of(line(new Value.Prose("because"))),
                false);
        Row row = new Row(
                List.of(new Cell(List.of(line(new Value.Words("No shell"))), null, Listing.none())),
                Row.Mark.NONE, line(new Value.Words("about")), List.of(fact));
        Table table = new Table(line(new Value.Words("Title")), null,
                List.of(new Table.Column(line(new Value.Words("")), false, false)), List.of(row), 1, 0,
                Table.Shape.MATRIX, 0, true, false, null);
        assertThat(block(table, 1))
                .contains("<tr><th scope=\"row\"><details><summary><span>No shell</span></summary><p>about</p>"
                        + "<dl><dt>image: fail</dt><dd>because</dd></dl></details></th></tr>");
    }

    @Test
    void tableHasItsFirstRowsAndTheNumberOfTheOthers() {
        Table table = Table.of("<Files>", List.of(1, 2, 3)).number("Bytes", Cell::count).build();
        assertThat(block(table, 2)).contains("aria-label=\"&lt;Files&gt;\"", "<table class=\"list\">",
                "<caption>&lt;Files&gt;</caption>", "<th scope=\"col\" class=\"number\">Bytes</th>",
                "<tr><td class=\"number\">2</td></tr>", "<p class=\"hidden\">and 1 more</p>")
                .doesNotContain(">3</td>", "<details>");
    }

    @Test
    void columnWithoutATitleHasNoHeading() {
        Table table = Table.of("Files", List.of(1)).column("", Cell::count).number("Bytes", Cell::count).build();
        assertThat(block(table, 1)).contains("<tr><td></td><th scope=\"col\" class=\"number\">Bytes</th></tr>");
    }

    @Test
    void foldedTableIsShownOnDemandWithItsNumberOfRows() {
        Table table = Table.of("Files", List.of(1, 2)).column("", Cell::count).folded(true).build();
        assertThat(block(table, 2)).startsWith("<details><summary>Files <small>2</small></summary>")
                .contains("<caption class=\"sr\">Files</caption>")
                .doesNotContain("<thead>");
    }

    @Test
    void rowsShowTheirMark() {
        Table table = Table.of("Files", List.of(Row.Mark.values()))
                .column("", mark -> Cell.of(mark.name()))
                .column("State", mark -> Cell.absent())
                .mark(mark -> mark)
                .build();
        assertThat(block(table, 9)).contains("<tr><td>NONE", "<tr class=\"leading\"><td>LEADING",
                "<tr class=\"differs\"><td>DIFFERS")
                .containsSubsequence("</table>", "<summary>Figures of other tools</summary>", "<tr><td>MINOR");
    }

    @Test
    void manyStatementsAreShownOnDemand() {
        Line few = line(new Value.Words("<a>"));
        assertThat(block(new Block.Bullets("Why", List.of(few, few)), 9))
                .isEqualTo("<ul class=\"reasons\"><li>&lt;a&gt;</li><li>&lt;a&gt;</li></ul>\n");
        assertThat(block(new Block.Bullets("Why", List.of(few, few, few, few, few)), 9))
                .startsWith("<details><summary>Why</summary>");
    }

    @Test
    void textShowsEveryCharacter() {
        assertThat(this.html.text("a\nb\u202e")).isEqualTo("a\\nb\\u202e");
        assertThat(this.html.text((Object) null)).isEqualTo("unknown");
    }

    private String block(Block block, int rows) {
        return String.join("", this.html.pieces(block, rows));
    }

    private static Line line(Value value) {
        return new Line(List.of(value));
    }
}
