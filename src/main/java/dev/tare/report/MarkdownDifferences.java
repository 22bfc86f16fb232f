package dev.tare.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.comparison.file.Aspect;
import org.jspecify.annotations.Nullable;

/** How each image differs from the reference. */
final class MarkdownDifferences {

    private final ComparisonReport report;

    private final List<String> lines;

    private final int items;

    private MarkdownDifferences(ComparisonReport report, List<String> lines, int items) {
        this.report = report;
        this.lines = lines;
        this.items = items;
    }

    static void write(ComparisonReport report, List<String> lines, int items) {
        if (!report.differences().isEmpty()) {
            lines.addAll(List.of("", "## Key differences"));
            MarkdownDifferences differences = new MarkdownDifferences(report, lines, items);
            report.differences().forEach(differences::difference);
        }
    }

    private void difference(DifferenceReport difference) {
        String from = name(difference.from());
        String to = name(difference.to());
        this.lines.addAll(List.of("", "### From " + from + " to " + to, ""));
        this.lines.addAll(counts(difference).lines());
        this.lines.addAll(List.of("", "A path is modified if its type, content, size, mode, owner, link target, "
                + "capabilities, names of other extended attributes or device number are others; a modified "
                + "time alone is no change. A file is moved if its content is at another path, where there was none before.",
                ""));
        this.lines.add("- " + Figures.commonLayers(difference.commonLeadingLayers(),
                this.report.images().get(difference.from()), this.report.images().get(difference.to())));
        versions("Packages", difference.packages(), "architectures");
        versions("Java libraries", difference.jars(), "content");
        versions(Figures.SHADED, difference.shadedLibraries(), "content");
        versions("Java runtimes", difference.javaRuntimes(), "modules");
        list("Surface", difference.surface(), MarkdownDifferences::told);
        list("Config", difference.config(), MarkdownDifferences::told);
        largest(difference.files());
    }

    private static MarkdownTable counts(DifferenceReport difference) {
        FilesDifferenceReport files = difference.files();
        MarkdownTable table =
                new MarkdownTable("Changes", List.of("added", "removed", "modified", "moved or renamed", "unmodified"));
        table.row("paths", Stream.of(files.added(), files.removed(), files.modified(), files.moved(),
                files.unmodified())
                .map(tally -> Figures.count(tally.paths()))
                .toList());
        table.row("visible bytes",
                List.of(HumanSize.of(files.added().toBytes()), HumanSize.of(files.removed().fromBytes()),
                        HumanSize.of(files.modified().fromBytes()) + " → " + HumanSize.of(files.modified().toBytes()),
                        HumanSize.of(files.moved().toBytes()), HumanSize.of(files.unmodified().toBytes())));
        row(table, "Packages", difference.packages());
        row(table, "Java libraries", difference.jars());
        row(table, Figures.SHADED, difference.shadedLibraries());
        row(table, "Java runtimes", difference.javaRuntimes());
        return table;
    }

    private static void row(MarkdownTable table, String title, VersionDifferenceReport versions) {
        table.row(title, Stream.of(versions.added(), versions.removed(), versions.modified(),
                versions.renamed().total(), versions.unmodified())
                .map(Figures::count)
                .toList());
    }

    private void versions(String title, VersionDifferenceReport versions, String others) {
        list(title, versions.changes(), change -> told(change, others));
        list(title + " under another name", versions.renamed(), MarkdownDifferences::told);
    }

    private void largest(FilesDifferenceReport files) {
        list("Largest paths added", files.largestAdded(), change -> told(change, change.to()));
        list("Largest paths removed", files.largestRemoved(), change -> told(change, change.from()));
        list("Largest paths modified", files.largestModified(), change -> told(change, change.to()));
        list("Largest files moved", files.largestMoved(), MarkdownDifferences::told);
    }

    private <T> void list(String title, Listing<T> listing, Function<T, String> told) {
        if (listing.empty()) {
            return;
        }
        List<String> shown = listing.items().stream().limit(this.items).map(told).toList();
        this.lines.addAll(List.of("", "#### " + title, ""));
        shown.forEach(item -> this.lines.add("- " + item));
        if (listing.total() > shown.size()) {
            this.lines.add("- and " + Figures.count(listing.total() - shown.size()) + " more");
        }
    }

    private static String told(VersionChangeReport change, String others) {
        String name = MarkdownText.code(change.name());
        return switch (change.change()) {
            case ADDED -> "added " + name + versions(change.toVersions());
            case REMOVED -> "removed " + name + versions(change.fromVersions());
            default -> change.contentOnly() ? "modified " + name + versions(change.toVersions())
                    + ": the same version with other " + Figures.others(change, others) + more(change)
                    : "modified " + name + ":" + versions(change.fromVersions()) + " →" + versions(change.toVersions())
                            + more(change);
        };
    }

    private static String more(VersionChangeReport change) {
        return Figures.more(change) + Figures.runtime(change, MarkdownText::code);
    }

    private static String told(RenameReport rename) {
        return MarkdownText.code(rename.fromName()) + versions(rename.fromVersions()) + " → "
                + MarkdownText.code(rename.toName()) + versions(rename.toVersions())
                + Figures.direction(rename.direction()) + ": " + MarkdownText.prose(rename.evidence());
    }

    private static String told(MovedFileReport file) {
        return MarkdownText.code("/" + file.fromPath()) + " → " + MarkdownText.code("/" + file.toPath()) + " ("
                + HumanSize.of(file.to().sizeBytes()) + ")" + aspects(file.aspects(), file.from(), file.to());
    }

    private static String versions(List<String> versions) {
        return " " + (versions.isEmpty() ? "(unknown version)" : MarkdownText.codes(versions));
    }

    private static String told(SurfaceChangeReport change) {
        return AspectText.word(change.change()) + " " + MarkdownText.code("/" + change.path()) + " (" + change.title()
                + ")";
    }

    private static String told(ConfigChangeReport change) {
        String key = change.key() == null ? "" : " " + MarkdownText.code(change.key());
        return change.title() + key + ": " + (change.isHidden() ? value(change.to()) + ", changed"
                : value(change.from()) + " → " + value(change.to()));
    }

    private static String value(@Nullable String value) {
        return value == null ? "not set" : MarkdownText.code(value);
    }

    private static String told(FileChangeReport change, @Nullable FileStateReport state) {
        return MarkdownText.code("/" + change.path()) + " (" + (state == null ? "" : HumanSize.of(state.sizeBytes()))
                + ")" + aspects(change.aspects(), change.from(), change.to())
                + (change.jar() == null ? "" : "; " + Figures.same(change.jar()));
    }

    private static String aspects(List<Aspect> aspects, @Nullable FileStateReport from,
            @Nullable FileStateReport to) {
        return aspects.isEmpty() ? "" : ": " + AspectText.of(aspects, from, to, "→");
    }

    private String name(int image) {
        return MarkdownText.code(this.report.images().get(image).name());
    }
}
