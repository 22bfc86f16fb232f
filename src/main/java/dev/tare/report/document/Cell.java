package dev.tare.report.document;

import java.util.List;

import dev.tare.report.CheckReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table.
 *
 * @param lines usually one
 * @param note  remark in small print, or {@code null}
 * @param items the items that the cell counts, shown on demand or below the table; usually empty
 */
public record Cell(List<Line> lines, @Nullable Line note, Listing<Line> items) {

    private static final Cell ABSENT = of("—");

    public Cell {
        lines = List.copyOf(lines);
    }

    public static Cell of(@Nullable Object... parts) {
        return of(List.of(Line.of(parts)));
    }

    public static Cell of(List<Line> lines) {
        return lines.isEmpty() ? absent() : new Cell(lines, null, Listing.none());
    }

    /** The image does not have the item. */
    public static Cell absent() {
        return ABSENT;
    }

    public static Cell code(@Nullable String text) {
        return text == null || text.isEmpty() ? absent() : of(new Value.Code(text));
    }

    /** Each name, path or value on its own line. */
    public static Cell codes(List<String> texts) {
        return of(texts.stream().map(text -> Line.of(new Value.Code(text))).toList());
    }

    public static Cell prose(String text) {
        return of(new Value.Prose(text));
    }

    public static Cell tag(String word) {
        return of(new Value.Tag(word));
    }

    /** The verdict of a check, or that it is waived. */
    public static Cell verdict(CheckReport check) {
        return tag(check.waivedBecause() == null ? check.verdict().title() : "waived");
    }

    /** The command that made a layer. */
    public static Cell step(ImageReport.Layer layer) {
        String step = layer.createdBy() == null ? layer.comment() : layer.createdBy();
        return step == null || step.isBlank() ? of("not in the history") : of(new Value.Step(step));
    }

    public static Cell count(long number) {
        return of(new Value.Count(number));
    }

    /** A rounded size, or {@code unknown}. */
    public static Cell size(@Nullable Long bytes) {
        return bytes == null ? of("unknown") : of(new Value.Size(bytes, false));
    }

    /** A size whose exact number matters, or {@code unknown}. */
    public static Cell exactSize(@Nullable Long bytes) {
        return bytes == null ? of("unknown") : of(new Value.Size(bytes, true));
    }

    public Cell withNote(@Nullable Line remark) {
        return new Cell(this.lines, remark, this.items);
    }

    public Cell withItems(Listing<Line> counted) {
        return new Cell(this.lines, this.note, counted);
    }
}
