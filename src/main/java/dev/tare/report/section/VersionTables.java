package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.PackageFacts;
import dev.tare.content.Unread.Subject;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.MatrixReport;
import dev.tare.report.VersionsReport;
import dev.tare.report.VersionsReport.VersionChange;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Tables of packages, libraries and runtimes: the changes between two images, and any number of images side by side. */
final class VersionTables {

    private static final int MODULES = 8;

    /** Columns for each fact, and a line where images are side by side. */
    private static final List<Fact> FACTS = List.of(
            new Fact("Installed", true, facts -> facts.installedBytes() == null ? null
                    : new Value.Size(facts.installedBytes(), false)),
            new Fact("License", false, facts -> facts.licenses().isEmpty() ? null
                    : licenses(facts.licenses())));

    /** The licenses to show of a package. Those of all files of a Debian package may be forty. */
    private static final int LICENSES = 4;

    private VersionTables() {}

    /** The first licenses of a package. JSON has all of them. */
    static Value licenses(List<String> licenses) {
        int more = licenses.size() - LICENSES;
        return new Value.Prose(licenses.stream().limit(LICENSES).collect(joining(", "))
                + (more > 0 ? " and " + Counts.of(more) + " more" : ""));
    }

    /**
     * The changes of two images, and the renamed ones.
     *
     * @param others the differences besides versions
     */
    static List<Table> changes(String title, VersionsReport versions, String others) {
        Table.Builder<VersionChange> changes = Table.of(title, versions.changes())
                .column("Name", change -> Cell.code(change.name()))
                .column("Change", change -> change(change, others))
                .column("Before", change -> versions(change.change() == Change.ADDED, change.fromVersions()))
                .column("After", change -> versions(change.change() == Change.REMOVED, change.toVersions()))
                .folded(true);
        FACTS.forEach(fact -> addColumns(changes, fact));
        return Stream.of(changes.build(), renamed(title, versions)).filter(table -> table.total() > 0).toList();
    }

    /** The items with another name in the other image. */
    static Table renamed(String title, VersionsReport versions) {
        return Table.of(title + " under another name", versions.renamed())
                .column("Before", rename -> named(rename.fromName(), rename.fromVersions()))
                .column("After", rename -> named(rename.toName(), rename.toVersions()))
                .column("Change", rename -> Cell
                        .tag(rename.direction() == null ? "renamed" : Words.of(rename.direction())))
                .column("Evidence", rename -> Cell.prose(rename.evidence()))
                .folded(true)
                .build();
    }

    /**
     * The images side by side.
     *
     * @param subjects facts that an image may leave unread
     */
    static Table sideBySide(String title, Listing<MatrixReport.VersionRow> rows, List<ImageReport> images,
            Subject... subjects) {
        List<Line> incomplete = images.stream()
                .filter(image -> Stream.of(subjects).anyMatch(image.contents()::leavesUnread))
                .map(image -> Line.of(Value.ImageName.of(image)))
                .toList();
        long differing = rows.items().stream().filter(MatrixReport.VersionRow::differs).count();
        Table.Builder<MatrixReport.VersionRow> table = Table.of(title, rows)
                .column("", row -> Cell.code(row.name()).withNote(Line.of(row.ecosystem())))
                .images(Table.Shape.COMPARISON, images, false, (row, image) -> cell(row.images().get(image)))
                .differs(MatrixReport.VersionRow::differs)
                .summary(new Value.Count(rows.total()), " in all, ", new Value.Count(differing),
                        differing == 1 ? " differs" : " differ")
                .folded(true);
        return incomplete.isEmpty() ? table.build()
                : table.remark("Some items of ", Line.joined(incomplete, ", "),
                        " are not read, so an image may have items that its column lacks.").build();
    }

    /** A number has a column before and one after the change. A text, which rarely changes, has one column. */
    private static void addColumns(Table.Builder<VersionChange> table, Fact fact) {
        if (fact.isNumber()) {
            addColumn(table, fact.title() + " before", change -> fact.value().apply(change.fromFacts()));
            addColumn(table, fact.title() + " after", change -> fact.value().apply(change.toFacts()));
        } else {
            table.columnIfAny(fact.title(), false, change -> !fact.line(change).values().isEmpty(),
                    change -> Cell.of(fact.line(change)));
        }
    }

    private static void addColumn(Table.Builder<VersionChange> table, String title,
            Function<VersionChange, @Nullable Value> value) {
        table.columnIfAny(title, true, change -> value.apply(change) != null,
                change -> Cell.of(Objects.requireNonNull(value.apply(change))));
    }

    private static Cell change(VersionChange change, String others) {
        Line note = note(change);
        return Cell.tag(word(change, others)).withNote(note.values().isEmpty() ? null : note);
    }

    /** The change of a modified item in words, such as {@code newer}, with what else is known about it. */
    static Line words(VersionChange change, String others) {
        Line note = note(change);
        return Line.of(word(change, others), note.values().isEmpty() ? null : "; ", note);
    }

    private static Line note(VersionChange change) {
        return change.same() != null ? Line.of(change.same().title())
                : change.runtime() != null ? runtime(change.runtime())
                : Line.of();
    }

    private static String word(VersionChange change, String others) {
        if (change.direction() != null) {
            return Words.of(change.direction());
        }
        return change.contentOnly()
                ? "same version, other " + (change.runtime() == null ? others : others(change.runtime()))
                : Words.of(change.change());
    }

    private static Cell versions(boolean absent, List<String> versions) {
        return absent ? Cell.absent() : versions.isEmpty() ? Cell.of("unknown version") : Cell.of(Line.codes(versions));
    }

    private static Cell named(String name, List<String> versions) {
        return Cell.of(new Value.Code(name), " ",
                versions.isEmpty() ? "unknown version" : Line.codes(versions));
    }

    private static Cell cell(MatrixReport.VersionCell cell) {
        if (!cell.present()) {
            return Cell.absent();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(cell.versions().isEmpty() ? Line.of("unknown version") : Line.codes(cell.versions()));
        cell.extents().forEach(extent -> lines.add(Line.of(new Value.Prose(extent))));
        if (cell.content() != null) {
            lines.add(Line.of("content " + cell.content()));
        }
        FACTS.forEach(fact -> {
            Value value = fact.value().apply(cell.facts());
            if (value != null) {
                lines.add(Line.of(value, " " + fact.title().toLowerCase(Locale.ROOT)));
            }
        });
        return Cell.of(lines);
    }

    /** The differences between runtimes of the same version. Their kind depends on files besides their modules. */
    private static String others(VersionsReport.RuntimeChange change) {
        return change.addedModules().isEmpty() && change.removedModules().isEmpty()
                && !change.fromKinds().equals(change.toKinds()) ? "files" : "modules";
    }

    /** The kinds and modules that changed, such as {@code a JDK before, a JRE now; 2 modules removed: a, b}. */
    private static Line runtime(VersionsReport.RuntimeChange change) {
        List<Line> parts = new ArrayList<>();
        if (!change.fromKinds().equals(change.toKinds())) {
            parts.add(Line.of(kinds(change.fromKinds()) + " before, " + kinds(change.toKinds()) + " now"));
        }
        addModules(parts, change.addedModules(), "added");
        addModules(parts, change.removedModules(), "removed");
        return Line.joined(parts, "; ");
    }

    private static String kinds(List<Kind> kinds) {
        return kinds.stream().map(kind -> "a " + kind.title()).collect(joining(" and "));
    }

    private static void addModules(List<Line> parts, List<String> modules, String change) {
        if (!modules.isEmpty()) {
            int more = modules.size() - MODULES;
            parts.add(Line.of(Line.count(modules.size(), "module", "modules"), " " + change + ": ",
                    Line.codes(modules.stream().limit(MODULES).toList()),
                    more > 0 ? " and " + Counts.of(more) + " more" : null));
        }
    }

    /**
     * A fact about packages.
     *
     * @param value {@code null} if it is unknown
     */
    private record Fact(String title, boolean isNumber, Function<PackageFacts, @Nullable Value> value) {

        /** The value, or both values with an arrow if it changed. */
        Line line(VersionChange change) {
            Value before = this.value.apply(change.fromFacts());
            Value after = this.value.apply(change.toFacts());
            return Line.of(before, before == null || after == null || before.equals(after) ? null : " → ",
                    after == null || after.equals(before) ? null : after);
        }
    }
}
