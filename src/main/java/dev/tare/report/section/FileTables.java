package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.comparison.file.Aspect;
import dev.tare.report.FilesReport;
import dev.tare.report.ImageReport;
import dev.tare.report.MatrixReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Bytes;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** Tables of files: the changes between two images, and any number of images side by side. */
final class FileTables {

    /** Aspects that stand beside the size if the images differ in them. */
    private static final List<Aspect> BESIDE =
            List.of(Aspect.MODE, Aspect.OWNER, Aspect.CAPABILITIES, Aspect.EXTENDED_ATTRIBUTES);

    private FileTables() {}

    static List<Table> changes(FilesReport files) {
        return Stream.of(
                Table.of("Largest paths added", files.largestAdded())
                        .number("Size", change -> state(change.to()))
                        .column("Path", change -> path(change.path()))
                        .folded(true)
                        .build(),
                Table.of("Largest paths removed", files.largestRemoved())
                        .number("Size", change -> state(change.from()))
                        .column("Path", change -> path(change.path()))
                        .folded(true)
                        .build(),
                Table.of("Largest paths modified", files.largestModified())
                        .number("Before", change -> state(change.from()))
                        .number("After", change -> state(change.to()))
                        .column("Path", change -> path(change.path()))
                        .column("What differs", change -> Cell.of(aspects(change.aspects(), change.from(), change.to()))
                                .withNote(change.jar() == null ? null : Line.of(change.jar().title())))
                        .remark("A path is modified if its type, content, size, mode, owner, link target, capabilities, "
                                + "names of other extended attributes or device number differ. A modified time alone "
                                + "is no change.")
                        .folded(true)
                        .build(),
                Table.of("Largest files moved", files.largestMoved())
                        .number("Size", file -> Cell.size(file.to().sizeBytes()))
                        .column("Path before", file -> path(file.fromPath()))
                        .column("Path after", file -> path(file.toPath()))
                        .columnIfAny("What else differs", false, file -> !file.aspects().isEmpty(),
                                file -> Cell.of(aspects(file.aspects(), file.from(), file.to())))
                        .remark("A file is moved if its content is at another path, which did not exist before.")
                        .folded(true)
                        .build())
                .filter(table -> table.total() > 0)
                .toList();
    }

    static List<Table> sideBySide(MatrixReport.FileMatrix files, List<ImageReport> images) {
        long differing = files.differing().total();
        if (differing == 0) {
            return List.of();
        }
        List<Total> rows = List.of(new Total("Paths that differ", image -> Cell.count(image.paths())),
                new Total("Their visible bytes", image -> Cell.size(image.visibleBytes())));
        Table totals = Table.of("Files", rows)
                .column("", row -> Cell.of(row.title))
                .images(Table.Shape.MATRIX, images, true, (row, image) -> row.cell.apply(files.images().get(image)))
                .build();
        return List.of(totals, Table.of("Largest files that differ", files.differing())
                .column("", row -> path(row.path()))
                .images(Table.Shape.COMPARISON, images, false, (row, image) -> cell(row, row.images().get(image)))
                .differs(row -> true)
                .summary(new Value.Count(differing), differing == 1 ? " path differs, " : " paths differ, ",
                        new Value.Count(files.samePaths()),
                        files.samePaths() == 1 ? " is the same in all images" : " are the same in all images")
                .folded(true)
                .build());
    }

    static Cell path(String path) {
        return Cell.of(new Value.Code("/" + path));
    }

    /** The size of a file, the target of a link, or the type. */
    private static Cell state(FilesReport.@Nullable State state) {
        return state == null ? Cell.absent() : Cell.of(line(state));
    }

    private static Line line(FilesReport.State state) {
        return switch (state.type()) {
            case FILE, HARD_LINK -> Line.of(new Value.Size(state.sizeBytes(), false));
            case SYMBOLIC_LINK -> Line.of("→ ", new Value.Code(String.valueOf(state.linkTarget())));
            default -> Line.of(Words.of(state.type()) + (state.device() == null ? "" : " " + state.device()));
        };
    }

    /** The aspects that differ, with their values before and after if these are short. */
    private static Line aspects(List<Aspect> aspects, FilesReport.@Nullable State from,
            FilesReport.@Nullable State to) {
        return Line.joined(aspects.stream()
                .map(aspect -> from == null || to == null ? Line.of(Words.of(aspect))
                        : Line.of(Words.of(aspect), values(aspect, from, to)))
                .toList(), ", ");
    }

    private static String values(Aspect aspect, FilesReport.State from, FilesReport.State to) {
        return switch (aspect) {
            case TYPE -> between(Words.of(from.type()), Words.of(to.type()));
            case SIZE -> from.type() == EntryType.FILE && to.type() == EntryType.FILE
                    ? between(Bytes.rounded(from.sizeBytes()), Bytes.rounded(to.sizeBytes()))
                    : "";
            case MODE -> between(from.mode(), to.mode());
            case OWNER -> between(from.owner(), to.owner());
            default -> "";
        };
    }

    private static String between(String from, String to) {
        return from.equals(to) ? "" : " " + from + " → " + to;
    }

    private static Cell cell(MatrixReport.PathRow row, MatrixReport.PathCell cell) {
        FilesReport.State state = cell.state();
        if (state == null) {
            return Cell.absent();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(state));
        if (cell.content() != null) {
            lines.add(Line.of("content " + cell.content()));
        }
        BESIDE.stream()
                .filter(row.aspects()::contains)
                .forEach(aspect -> lines
                        .add(Line.of(Words.of(aspect) + " ", new Value.Prose(value(aspect, state)))));
        return Cell.of(lines);
    }

    private static String value(Aspect aspect, FilesReport.State state) {
        return switch (aspect) {
            case MODE -> state.mode();
            case OWNER -> state.owner();
            case CAPABILITIES -> Optional.ofNullable(state.capabilities()).orElse("none");
            default -> state.otherXattrs().isEmpty() ? "none" : String.join(" ", state.otherXattrs());
        };
    }

    /** A figure about all differing files. */
    private record Total(String title, Function<MatrixReport.PathCount, Cell> cell) {}
}
