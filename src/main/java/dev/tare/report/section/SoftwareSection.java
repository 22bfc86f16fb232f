package dev.tare.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import dev.tare.content.Unread.Subject;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ContentsReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.MatrixReport.VersionCell;
import dev.tare.report.MatrixReport.VersionRow;
import dev.tare.report.VersionsReport;
import dev.tare.report.VersionsReport.VersionChange;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/** Packages, libraries and runtimes of all images in one list, for the page. */
final class SoftwareSection {

    private static final String BUNDLED = "bundled copy";

    private static final String UNPACKED = "unpacked into a jar";

    private final ComparisonReport report;

    private final List<ImageReport> images;

    private final SoftwareFilter filter;

    private final List<Item> items = new ArrayList<>();

    private long notListed;

    private SoftwareSection(ComparisonReport report, SoftwareFilter filter) {
        this.report = report;
        this.images = report.images();
        this.filter = filter;
    }

    static PageSection of(ComparisonReport report, SoftwareFilter filter) {
        SoftwareSection section = new SoftwareSection(report, filter);
        if (report.images().size() == 1) {
            section.addAll(report.images().getFirst().contents());
        } else {
            section.addAll();
        }
        return section.section();
    }

    private PageSection section() {
        long differing = this.items.stream().filter(Item::differs).count();
        return new PageSection("packages", "Packages and libraries", differing, summary(differing), blocks());
    }

    private List<Block> blocks() {
        List<Item> shown = this.items.stream()
                .filter(item -> this.filter.selects(item.name))
                .sorted(this.filter.byName() ? Comparator.comparing(Item::name)
                        : Comparator.comparingLong(Item::bytes).reversed().thenComparing(Item::name))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (shown.isEmpty() && !this.items.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.of("No name contains this text.")));
        }
        if (this.images.size() == 1) {
            add(blocks, table(Table.of("Packages and libraries", shown).column("", Item::head))
                    .value(Table.Shape.COMPARISON, "Version", false, item -> item.cells.getFirst())
                    .build());
        } else {
            add(blocks, table(Table.of("Packages and libraries that differ",
                    shown.stream().filter(Item::differs).toList())
                    .column("", Item::head))
                    .images(Table.Shape.COMPARISON, this.images, false, (item, image) -> item.cells.get(image))
                    .build());
            add(blocks, SideTable.same(shown.stream().filter(item -> !item.differs).map(Item::side).toList(), false,
                    Table.Shape.COMPARISON, this.images));
            renamed().forEach(table -> add(blocks, table));
        }
        this.images.forEach(image -> add(blocks,
                ContentSection.unread(Value.ImageName.of(image), image.contents().unread())));
        return blocks;
    }

    private Table.Builder<Item> table(Table.Builder<Item> table) {
        List<Line> incomplete = this.images.stream()
                .filter(image -> Stream
                        .of(Subject.OS_PACKAGES, Subject.LANGUAGE_PACKAGE, Subject.JAR, Subject.JAVA_RUNTIME)
                        .anyMatch(image.contents()::leavesUnread))
                .map(image -> Line.of(Value.ImageName.of(image)))
                .toList();
        if (!incomplete.isEmpty()) {
            table.remark("Some items of ", Line.joined(incomplete, ", "),
                    " are not read, so an image may have items that this table lacks.");
        } else if (this.notListed > 0) {
            table.remark(Counts.of(this.notListed), " more are not listed here.");
        }
        return table;
    }

    private List<Table> renamed() {
        return this.report.differences()
                .stream()
                .flatMap(difference -> Stream.of(VersionTables.renamed("Packages", difference.packages()),
                        VersionTables.renamed("Java libraries", difference.jars()),
                        VersionTables.renamed("Bundled packages", difference.bundledPackages())))
                .toList();
    }

    private static void add(List<Block> blocks, Table table) {
        if (table.total() > 0) {
            blocks.add(table);
        }
    }

    private Line summary(long differing) {
        if (this.items.isEmpty()) {
            return Line.of("none found");
        }
        if (this.images.size() == 1) {
            return Line.of(Counts.of(this.items.size() + this.notListed));
        }
        if (this.images.size() > 2) {
            return PageSection.counts(differing, this.items.size());
        }
        long before = this.items.stream().filter(item -> item.differs && item.isOnlyIn(0)).count();
        long after = this.items.stream().filter(item -> item.differs && item.isOnlyIn(1)).count();
        return Line.joined(Stream
                .of(part(before, " only in A"), part(after, " only in B"),
                        part(differing - before - after, " changed"), part(this.items.size() - differing, " the same"))
                .flatMap(List::stream)
                .toList(), ", ");
    }

    private static List<Line> part(long count, String words) {
        return count == 0 ? List.of() : List.of(Line.of(Counts.of(count) + words));
    }

    private void addAll() {
        DifferenceReport difference = this.images.size() == 2 && !this.report.differences().isEmpty()
                ? this.report.differences().getFirst()
                : null;
        var matrix = this.report.matrix();
        add(null, matrix.packages(), difference == null ? null : difference.packages(), "architectures");
        add(BUNDLED, matrix.bundledPackages(), difference == null ? null : difference.bundledPackages(), "content");
        add(null, matrix.jars(), difference == null ? null : difference.jars(), "content");
        add(UNPACKED, matrix.shadedLibraries(), difference == null ? null : difference.shadedLibraries(), "content");
        add(null, matrix.javaRuntimes(), difference == null ? null : difference.javaRuntimes(), "modules");
    }

    private void add(@Nullable String kind, Listing<VersionRow> rows, @Nullable VersionsReport versions,
            String others) {
        Map<List<String>, VersionChange> changes = new HashMap<>();
        if (versions != null) {
            versions.changes()
                    .items()
                    .stream()
                    .filter(change -> change.change() == Change.MODIFIED)
                    .forEach(change -> changes.put(List.of(change.ecosystem(), change.name()), change));
        }
        for (VersionRow row : rows.items()) {
            VersionChange change = changes.get(List.of(row.ecosystem(), row.name()));
            this.items.add(new Item(row.name(),
                    note(row.ecosystem(), kind, change == null ? null : VersionTables.words(change, others)),
                    row.images().stream().mapToLong(SoftwareSection::bytes).max().orElse(0),
                    row.images().stream().map(SoftwareSection::cell).toList(), row.differs()));
        }
        this.notListed += rows.leftOut();
    }

    private static Line note(String ecosystem, @Nullable String kind, @Nullable Line change) {
        return Line.of(ecosystem, kind == null ? null : ", " + kind, change == null ? null : ", ", change);
    }

    private static long bytes(VersionCell cell) {
        Long bytes = cell.facts().installedBytes();
        return bytes == null ? 0 : bytes;
    }

    private static Cell cell(VersionCell cell) {
        if (!cell.present()) {
            return Cell.absent();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(cell.versions().isEmpty() ? Line.of("unknown version") : Line.codes(cell.versions()));
        cell.extents().forEach(extent -> lines.add(Line.of(new Value.Prose(extent))));
        if (cell.content() != null) {
            lines.add(Line.of("content " + cell.content()));
        }
        long bytes = bytes(cell);
        return Cell.of(lines).withNote(bytes == 0 ? null : Line.of(new Value.Size(bytes, false)));
    }

    /** The software of a single image. */
    private void addAll(ContentsReport contents) {
        contents.packages()
                .items()
                .forEach(one -> add(one.name(), Line.of(one.manager()), one.version(),
                        one.installedBytes() == null ? 0 : one.installedBytes()));
        contents.languagePackages()
                .items()
                .forEach(one -> add(one.name(), Line.of(one.manager()), one.version(), 0));
        contents.bundledPackages()
                .items()
                .forEach(one -> add(one.name(), note(one.manager(), BUNDLED, null), one.version(), 0));
        contents.java()
                .jars()
                .items()
                .forEach(jar -> add(jar.library(), Line.of("java"), jar.version(), jar.archiveBytes()));
        contents.java()
                .shadedLibraries()
                .items()
                .forEach(one -> add(one.library(), note("java", UNPACKED, null), one.version(), 0));
        contents.java()
                .runtimes()
                .forEach(runtime -> this.items.add(new Item(runtime.title(), Line.of("java runtime"), 0,
                        List.of(Cell.of(Line.runtime(runtime))), false)));
        this.notListed = Stream
                .of(contents.packages(), contents.languagePackages(), contents.bundledPackages(),
                        contents.java().jars(), contents.java().shadedLibraries())
                .mapToLong(Listing::leftOut)
                .sum();
    }

    private void add(String name, Line note, @Nullable String version, long bytes) {
        this.items.add(new Item(name, note, bytes,
                List.of((version == null ? Cell.of("unknown version") : Cell.code(version))
                        .withNote(bytes == 0 ? null : Line.of(new Value.Size(bytes, false)))),
                false));
    }

    /** @param bytes the largest installed size, or 0 if no image states one */
    private record Item(String name, Line note, long bytes, List<Cell> cells, boolean differs) {

        Cell head() {
            return Cell.code(this.name).withNote(this.note);
        }

        SideTable.Side side() {
            return new SideTable.Side(head(), this.cells, this.differs);
        }

        boolean isOnlyIn(int image) {
            return this.cells.get(1 - image).equals(Cell.absent());
        }
    }
}
