package dev.tare.report.document;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A table as data. Its rows are created when they are read, so that hidden rows cost nothing.
 *
 * @param summary   number of rows and similar, or {@code null}
 * @param total     number of all rows; {@code rows} may have only the first of them
 * @param differing number of rows in which the images differ; these come first in a comparison
 * @param least     number of rows that every format with enough room shows, if the table has them
 * @param whole     whether the page shows all rows
 * @param folded    whether the page shows the table on demand
 * @param remark    stands below the table, or {@code null}
 */
public record Table(Line title, @Nullable Line summary, List<Column> columns, List<Row> rows, long total,
        long differing, Shape shape, int least, boolean whole, boolean folded, @Nullable Line remark) implements Block {

    /** A matrix of fixed facts has fewer rows. */
    private static final int FIXED_ROWS = 50;

    /** Starts a table with a row for each item. */
    public static <T> Builder<T> of(Object title, List<T> items) {
        return new Builder<>(Line.of(title), items);
    }

    /** Starts a table with a row for each item of a list that may be cut. */
    public static <T> Builder<T> of(Object title, Listing<T> items) {
        return new Builder<>(Line.of(title), items.items()).total(items.total());
    }

    /** Whether every column but the first is an image. */
    public boolean isMatrix() {
        return this.shape != Shape.LIST;
    }

    /** Whether the cells are numbers. */
    public boolean isNumeric() {
        return this.columns.stream().skip(1).allMatch(Column::number);
    }

    /** Whether any column has a title. */
    public boolean hasHeader() {
        return this.columns.stream().anyMatch(column -> !column.title().values().isEmpty());
    }

    /** The number of rows on the page if at most this many rows of a list are requested. */
    public int count(int most) {
        return this.shape == Shape.MATRIX || this.whole ? this.rows.size() : atLeast(most, this.least);
    }

    /** The rows on the page if at most this many rows of a list are requested. */
    public List<Row> first(int most) {
        return List.copyOf(this.rows.subList(0, count(most)));
    }

    /**
     * The rows of a text if at most this many rows of a list are requested, without the rows of a comparison in which
     * the images do not differ.
     */
    public List<Row> firstDiffering(int most) {
        return firstDiffering(most, Integer.MAX_VALUE);
    }

    /**
     * The same for a format with little room.
     *
     * @param room bound on the rows that other formats show even if fewer are requested; a table of fixed facts stays
     *             whole
     */
    public List<Row> firstDiffering(int most, int room) {
        int count = switch (this.shape) {
            case MATRIX -> atLeast(room, FIXED_ROWS);
            case LIST -> atLeast(most, Math.min(this.least, room));
            case COMPARISON -> (int) Math.min(atLeast(most, Math.min(this.least, room)), this.differing);
        };
        return List.copyOf(this.rows.subList(0, count));
    }

    private int atLeast(int most, int rowsAnyway) {
        return Math.min(this.rows.size(), Math.max(most, rowsAnyway));
    }

    /** The meaning of the rows, and whether a format may leave some out. */
    public enum Shape {

        /** A row for each item. A format may show only the first ones. */
        LIST,

        /** A row for each property and a column for each image. Every format with enough room shows all rows. */
        MATRIX,

        /**
         * A row for each item and a column for each image. A format may show only the first ones, or only those that
         * differ.
         */
        COMPARISON
    }

    /** Collects the columns of a table. */
    public static final class Builder<T> {

        private final Line title;

        private final List<T> items;

        private final List<Column> columns = new ArrayList<>();

        private final List<Function<T, List<Cell>>> cells = new ArrayList<>();

        private long total;

        private Shape shape = Shape.LIST;

        private int least;

        private boolean whole;

        private boolean folded;

        private @Nullable Line summary;

        private @Nullable Line remark;

        private Predicate<T> differs = item -> false;

        private Function<T, Row.Mark> mark = item -> this.differs.test(item) ? Row.Mark.DIFFERS : Row.Mark.NONE;

        private Function<T, @Nullable Line> about = item -> null;

        private Function<T, List<Row.Fact>> facts = item -> List.of();

        private Builder(Line title, List<T> items) {
            this.title = title;
            this.items = items;
            this.total = items.size();
        }

        private Builder<T> total(long all) {
            this.total = all;
            return this;
        }

        public Builder<T> column(String name, Function<T, Cell> cell) {
            return add(new Column(Line.of(name), false, false), cell);
        }

        public Builder<T> number(String name, Function<T, Cell> cell) {
            return add(new Column(Line.of(name), true, false), cell);
        }

        /** A column that exists only if any item has a value for it. */
        public Builder<T> columnIfAny(String name, boolean number, Predicate<T> value, Function<T, Cell> cell) {
            Function<T, Cell> known = item -> value.test(item) ? cell.apply(item) : Cell.absent();
            return this.items.stream().noneMatch(value) ? this : add(new Column(Line.of(name), number, false), known);
        }

        /** A column that formats with little room leave out. */
        public Builder<T> secondary(String name, boolean number, Function<T, Cell> cell) {
            return add(new Column(Line.of(name), number, true), cell);
        }

        /** A column for each image. */
        public Builder<T> images(Shape kind, List<ImageReport> images, boolean numbers,
                BiFunction<T, Integer, Cell> cell) {
            return named(kind, images.stream().map(Value.ImageName::of).toList(), numbers, cell);
        }

        /** The only column besides the heads of the rows, such as one that stands for all images. */
        public Builder<T> value(Shape kind, String name, boolean number, Function<T, Cell> cell) {
            this.shape = kind;
            return add(new Column(Line.of(name), number, false), cell);
        }

        /** A column for each name of an image. */
        public Builder<T> named(Shape kind, List<Value.ImageName> images, boolean numbers,
                BiFunction<T, Integer, Cell> cell) {
            this.shape = kind;
            images.forEach(image -> this.columns.add(new Column(Line.of(image), numbers, false)));
            this.cells.add(item -> IntStream.range(0, images.size()).mapToObj(i -> cell.apply(item, i)).toList());
            return this;
        }

        /** Lets every format show at least this many rows if it has enough room. */
        public Builder<T> least(int rows) {
            this.least = rows;
            return this;
        }

        /** Lets the page show all rows. */
        public Builder<T> whole() {
            this.whole = true;
            return this;
        }

        public Builder<T> differs(Predicate<T> images) {
            this.differs = images;
            return this;
        }

        public Builder<T> mark(Function<T, Row.Mark> highlight) {
            this.mark = highlight;
            return this;
        }

        public Builder<T> about(Function<T, @Nullable Line> explanation) {
            this.about = explanation;
            return this;
        }

        public Builder<T> facts(Function<T, List<Row.Fact>> evidence) {
            this.facts = evidence;
            return this;
        }

        public Builder<T> summary(@Nullable Object... parts) {
            this.summary = Line.of(parts);
            return this;
        }

        public Builder<T> remark(@Nullable Object... parts) {
            this.remark = Line.of(parts);
            return this;
        }

        /** Lets the page show the table on demand. */
        public Builder<T> folded(boolean onDemand) {
            this.folded = onDemand;
            return this;
        }

        public Table build() {
            long differing = this.items.stream().filter(this.differs).count();
            List<T> ordered = this.shape == Shape.COMPARISON && differing > 0
                    ? Stream.concat(this.items.stream().filter(this.differs),
                            this.items.stream().filter(this.differs.negate())).toList()
                    : this.items;
            return new Table(this.title, this.summary, List.copyOf(this.columns), new Rows<>(ordered, this::row),
                    this.total, differing, this.shape, this.least, this.whole, this.folded, this.remark);
        }

        private Builder<T> add(Column column, Function<T, Cell> cell) {
            this.columns.add(column);
            this.cells.add(item -> List.of(cell.apply(item)));
            return this;
        }

        private Row row(T item) {
            return new Row(this.cells.stream().flatMap(of -> of.apply(item).stream()).toList(), this.mark.apply(item),
                    this.about.apply(item), this.facts.apply(item));
        }
    }

    private static final class Rows<T> extends AbstractList<Row> {

        private final List<T> items;

        private final Function<T, Row> row;

        private Rows(List<T> items, Function<T, Row> row) {
            this.items = items;
            this.row = row;
        }

        @Override
        public Row get(int index) {
            return this.row.apply(this.items.get(index));
        }

        @Override
        public int size() {
            return this.items.size();
        }
    }

    /**
     * A column of a table.
     *
     * @param number    whether its cells are numbers, which align at the end
     * @param secondary whether a format with little room may leave it out
     */
    public record Column(Line title, boolean number, boolean secondary) {}
}
