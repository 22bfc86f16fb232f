package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.report.Bound;
import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.FilesReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.VersionsReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Headline;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.summary.KeyDifferences;
import dev.tare.wording.Words;

/** The differences between pairs of images. */
final class DifferenceSection {

    private static final String BUNDLED = "Bundled packages";

    private DifferenceSection() {}

    static Section of(ComparisonReport report) {
        return Section.of("differences", "Differences",
                report.differences().stream().map(difference -> pair(report.images(), difference)).toList());
    }

    private static Section pair(List<ImageReport> images, DifferenceReport difference) {
        ImageReport from = images.get(difference.from());
        ImageReport to = images.get(difference.to());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Line.of(Headline.sentence(from, to), ". ",
                LeadingLayers.sentence(from, to))));
        blocks.addAll(KeyDifferences.of(from, to, difference));
        blocks.add(counts(difference));
        blocks.addAll(VersionTables.changes("Packages", difference.packages(), "architectures"));
        blocks.addAll(VersionTables.changes(BUNDLED, difference.bundledPackages(), "content"));
        blocks.addAll(VersionTables.changes("Java libraries", difference.jars(), "content"));
        blocks.addAll(VersionTables.changes("Libraries unpacked into jars", difference.shadedLibraries(), "content"));
        blocks.addAll(VersionTables.changes("Java runtimes", difference.javaRuntimes(), "modules"));
        if (difference.surfaceNotComparedBecause() != null) {
            blocks.add(new Block.Paragraph(Line.of(new Value.Prose(difference.surfaceNotComparedBecause()))));
        } else if (!difference.surface().empty()) {
            blocks.add(surface(difference.surface()));
        }
        if (!difference.config().empty()) {
            blocks.add(config(difference.config()));
        }
        blocks.addAll(FileTables.changes(difference.files()));
        return new Section("difference-" + from.index() + "-" + to.index(),
                Line.of("From ", Value.ImageName.of(from), " to ", Value.ImageName.of(to)), blocks);
    }

    private static Table counts(DifferenceReport difference) {
        FilesReport files = difference.files();
        List<Counts> rows = Stream.of(
                new Counts("Paths", Cell.count(files.added().paths()), Cell.count(files.removed().paths()),
                        Cell.count(files.modified().paths()), Cell.count(files.moved().paths()),
                        Cell.count(files.unmodified().paths())),
                new Counts("Visible bytes", Cell.size(files.added().toBytes()), Cell.size(files.removed().fromBytes()),
                        Cell.of(new Value.Size(files.modified().fromBytes(), false), " → ",
                                new Value.Size(files.modified().toBytes(), false)),
                        Cell.size(files.moved().toBytes()), Cell.size(files.unmodified().toBytes())),
                versions("Packages", difference.packages()),
                versions(BUNDLED, difference.bundledPackages()),
                versions("Java libraries", difference.jars()),
                versions("Libraries unpacked into jars", difference.shadedLibraries()),
                versions("Java runtimes", difference.javaRuntimes()))
                .filter(row -> !row.title.equals(BUNDLED) || hasAny(difference.bundledPackages()))
                .toList();
        return Table.of("Changes", rows)
                .column("", row -> Cell.of(row.title))
                .number("Added", Counts::added)
                .number("Removed", Counts::removed)
                .number("Modified", Counts::modified)
                .number("Moved or renamed", Counts::moved)
                .number("Unmodified", Counts::unmodified)
                .least(rows.size())
                .build();
    }

    private static boolean hasAny(VersionsReport versions) {
        return versions.added() + versions.removed() + versions.modified() + versions.unmodified() > 0;
    }

    private static Counts versions(String title, VersionsReport versions) {
        return new Counts(title, bounded(versions.added(), versions.addedBound()),
                bounded(versions.removed(), versions.removedBound()),
                bounded(versions.modified(), versions.commonBound()),
                bounded(versions.renamed().total(), versions.commonBound()),
                bounded(versions.unmodified(), versions.commonBound()));
    }

    /** Items that could not be read may be added, removed or in both images. */
    private static Cell bounded(long count, Bound bound) {
        return bound.isUnknown(count) ? Cell.of("unknown") : Cell.of(bound.words(), new Value.Count(count));
    }

    private static Table surface(Listing<DifferenceReport.SurfaceChange> changes) {
        return Table.of("Attack surface and runtime files", changes)
                .column("Change", change -> Cell.tag(Words.of(change.change())))
                .column("Kind", change -> Cell.of(Words.capitalised(change.title())))
                .column("Path", change -> FileTables.path(change.path()))
                .folded(true)
                .build();
    }

    private static Table config(Listing<DifferenceReport.ConfigChange> changes) {
        return Table.of("Config", changes)
                .column("Field", change -> ConfigSection.field(change.title(), change.key()))
                .column("Change", change -> Cell.tag(Words.of(change.change()))
                        .withNote(change.differsInHiddenPart() ? Line.of("only the hidden part differs") : null))
                .column("Before", change -> Cell.code(change.from()))
                .column("After", change -> Cell.code(change.to()))
                .folded(true)
                .build();
    }

    /** A row of the table of counts. */
    private record Counts(String title, Cell added, Cell removed, Cell modified, Cell moved, Cell unmodified) {}
}
