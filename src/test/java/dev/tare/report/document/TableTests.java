package dev.tare.report.document;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTests {

    @Test
    void rowsAreCreatedWhenTheyAreRead() {
        AtomicInteger made = new AtomicInteger();
        Table table = Table.of("t", IntStream.range(0, 1_000).boxed().toList()).column("n", i -> {
            made.incrementAndGet();
            return Cell.count(i);
        }).build();
        List<Row> first = table.first(3);
        assertThat(List.of(first, first)).allSatisfy(rows -> assertThat(rows)
                .extracting(row -> row.cells().getFirst().lines().getFirst().text())
                .containsExactly("0", "1", "2"));
        assertThat(made).hasValue(3);
    }

    @Test
    void firstOfAMatrixIsTheWholeMatrix() {
        assertThat(comparison(Table.Shape.MATRIX).first(1)).hasSize(4);
        assertThat(comparison(Table.Shape.COMPARISON).first(1)).hasSize(1);
    }

    @Test
    void comparisonHasTheRowsThatDifferFirst() {
        Table table = comparison(Table.Shape.COMPARISON);
        assertThat(table.differing()).isEqualTo(2);
        assertThat(table.firstDiffering(10)).extracting(row -> row.cells().getFirst().lines().getFirst().text())
                .containsExactly("1", "3");
        assertThat(table.first(10)).extracting(Row::mark)
                .containsExactly(Row.Mark.DIFFERS, Row.Mark.DIFFERS, Row.Mark.NONE, Row.Mark.NONE);
    }

    @Test
    void columnWithoutValuesIsOmitted() {
        assertThat(withEven(List.of(1, 3)).columns()).hasSize(1);
        assertThat(withEven(List.of(1, 2)).rows()).extracting(row -> row.cells().get(1).lines().getFirst().text())
                .containsExactly("—", "2");
    }

    private static Table withEven(List<Integer> items) {
        return Table.of("t", items)
                .column("n", Cell::count)
                .columnIfAny("even", true, item -> item % 2 == 0, Cell::count)
                .build();
    }

    @Test
    void leastRowsAreShownInEveryFormat() {
        Table table = Table.of("t", List.of(1, 2, 3)).column("n", Cell::count).least(2).build();
        assertThat(table.first(1)).hasSize(2);
        assertThat(table.firstDiffering(1)).hasSize(2);
        assertThat(table.firstDiffering(1, 1)).hasSize(1);
    }

    @Test
    void wholeTableIsShownOnThePageOnly() {
        Table table = Table.of("t", List.of(1, 2, 3)).column("n", Cell::count).whole().build();
        assertThat(table.first(1)).hasSize(3);
        assertThat(table.firstDiffering(1)).hasSize(1);
    }

    @Test
    void matrixOfManyRowsIsCutOnlyIfThereIsLittleRoom() {
        Table table = Table.of("t", IntStream.range(0, 1_000).boxed().toList())
                .column("", Cell::count)
                .images(Table.Shape.MATRIX, List.of(), true, (row, image) -> Cell.absent())
                .build();
        assertThat(table.firstDiffering(1)).hasSize(1_000);
        assertThat(table.firstDiffering(1, 10)).hasSizeLessThan(100);
    }

    private static Table comparison(Table.Shape shape) {
        return Table.of("t", List.of(0, 1, 2, 3))
                .column("", Cell::count)
                .images(shape, List.of(), true, (row, image) -> Cell.absent())
                .differs(row -> row % 2 == 1)
                .build();
    }
}
