package dev.tare.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import org.jspecify.annotations.Nullable;

/** How an image differs from the reference, for a terminal. */
final class TextDifference {

    private static final int ITEMS = 10;

    private static final String ARROW = "->";

    /** Where the path of a file begins. */
    private static final String ASPECTS = " ".repeat(15);

    private final ComparisonReport report;

    private final DifferenceReport difference;

    private final List<String> lines;

    private TextDifference(ComparisonReport report, DifferenceReport difference, List<String> lines) {
        this.report = report;
        this.difference = difference;
        this.lines = lines;
    }

    static void write(ComparisonReport report, DifferenceReport difference, List<String> lines) {
        new TextDifference(report, difference, lines).write();
    }

    private void write() {
        ImageReport from = this.report.images().get(this.difference.from());
        ImageReport to = this.report.images().get(this.difference.to());
        long growth = this.difference.uncompressedGrowthBytes();
        this.lines.addAll(List.of("", "From " + TextReport.name(from), "to   " + TextReport.name(to)));
        this.lines.add("  " + HumanSize.ofGrowth(growth)
                + Figures.percent(growth, from.weight().grossUncompressedBytes()) + " uncompressed. "
                + Figures.commonLayers(this.difference.commonLeadingLayers(), from, to));
        this.lines.addAll(counts().lines());
        list("Packages", this.difference.packages().changes(), change -> told(change, "architectures"));
        list("Packages under another name", this.difference.packages().renamed(), TextDifference::told);
        list("Java libraries", this.difference.jars().changes(), change -> told(change, "content"));
        list("Java libraries under another name", this.difference.jars().renamed(), TextDifference::told);
        list(Figures.SHADED, this.difference.shadedLibraries().changes(), change -> told(change, "content"));
        list("Java runtimes", this.difference.javaRuntimes().changes(), change -> told(change, "modules"),
                item -> TextWrap.add(this.lines, "    ", "      ", VisibleText.of(item)));
        list("Surface", this.difference.surface(), TextDifference::told);
        list("Config", this.difference.config(), TextDifference::told);
        files();
    }

    private TextTable counts() {
        FilesDifferenceReport files = this.difference.files();
        TextTable table =
                new TextTable().row("", List.of("added", "removed", "modified", "moved/renamed", "unmodified"));
        table.row("paths", Stream.of(files.added(), files.removed(), files.modified(), files.moved(),
                files.unmodified())
                .map(tally -> Figures.count(tally.paths()))
                .toList());
        table.row("visible bytes", List.of(HumanSize.of(files.added().toBytes()),
                HumanSize.of(files.removed().fromBytes()),
                HumanSize.of(files.modified().fromBytes()) + " -> " + HumanSize.of(files.modified().toBytes()),
                HumanSize.of(files.moved().toBytes()), HumanSize.of(files.unmodified().toBytes())));
        row(table, "Packages", this.difference.packages());
        row(table, "Java libraries", this.difference.jars());
        row(table, "Unpacked libraries", this.difference.shadedLibraries());
        row(table, "Java runtimes", this.difference.javaRuntimes());
        return table;
    }

    private static void row(TextTable table, String title, VersionDifferenceReport versions) {
        table.row(title, Stream.of(versions.added(), versions.removed(), versions.modified(),
                versions.renamed().total(), versions.unmodified())
                .map(Figures::count)
                .toList());
    }

    private void files() {
        FilesDifferenceReport files = this.difference.files();
        files("Largest paths added", files.largestAdded(), change -> told(change, change.to()));
        files("Largest paths removed", files.largestRemoved(), change -> told(change, change.from()));
        files("Largest paths modified", files.largestModified(), change -> told(change, change.to()));
        files("Largest files moved", files.largestMoved(), TextDifference::told);
    }

    private <T> void files(String title, Listing<T> listing, Function<T, Told> told) {
        list(title, listing, told, item -> item.add(this.lines));
    }

    private <T> void list(String title, Listing<T> listing, Function<T, String> told) {
        list(title, listing, told, item -> this.lines.add("    " + VisibleText.of(item)));
    }

    private <T, S> void list(String title, Listing<T> listing, Function<T, S> told, Consumer<S> add) {
        if (listing.empty()) {
            return;
        }
        this.lines.add("  " + title);
        List<S> shown = listing.items().stream().limit(ITEMS).map(told).toList();
        shown.forEach(add);
        if (listing.total() > shown.size()) {
            this.lines.add("    and " + Figures.count(listing.total() - shown.size()) + " more");
        }
    }

    private static String told(VersionChangeReport change, String others) {
        return switch (change.change()) {
            case ADDED -> "+ " + change.name() + " " + versions(change.toVersions());
            case REMOVED -> "- " + change.name() + " " + versions(change.fromVersions());
            default -> "~ " + change.name() + " " + (change.contentOnly()
                    ? versions(change.toVersions()) + ", other " + Figures.others(change, others)
                    : versions(change.fromVersions()) + " -> " + versions(change.toVersions()))
                    + Figures.more(change) + Figures.runtime(change, UnaryOperator.identity());
        };
    }

    private static String told(RenameReport rename) {
        return rename.fromName() + " " + versions(rename.fromVersions()) + " -> " + rename.toName() + " "
                + versions(rename.toVersions()) + Figures.direction(rename.direction());
    }

    private static Told told(MovedFileReport file) {
        return new Told("%9s  /%s -> /%s".formatted(HumanSize.of(file.to().sizeBytes()), file.fromPath(),
                file.toPath()), AspectText.of(file.aspects(), file.from(), file.to(), ARROW));
    }

    private static String versions(List<String> versions) {
        return versions.isEmpty() ? "(unknown version)" : String.join(", ", versions);
    }

    private static String told(SurfaceChangeReport change) {
        return sign(change.change()) + " /" + change.path() + " (" + change.title() + ")";
    }

    private static String told(ConfigChangeReport change) {
        return sign(change.change()) + " " + change.title() + (change.key() == null ? "" : " " + change.key()) + ": "
                + (change.isHidden() ? value(change.to()) + ", changed"
                        : value(change.from()) + " -> " + value(change.to()));
    }

    private static String value(@Nullable String value) {
        return value == null ? "not set" : value;
    }

    private static Told told(FileChangeReport change, @Nullable FileStateReport state) {
        return new Told("%9s  /%s".formatted(state == null ? "" : HumanSize.of(state.sizeBytes()), change.path()),
                AspectText.of(change.aspects(), change.from(), change.to(), ARROW)
                        + (change.jar() == null ? "" : "; " + Figures.same(change.jar())));
    }

    private static String sign(Change change) {
        return switch (change) {
            case ADDED -> "+";
            case REMOVED -> "-";
            default -> "~";
        };
    }

    /**
     * A file of a list.
     *
     * @param path    with its size
     * @param aspects what is different about it; mostly on the same line
     */
    private record Told(String path, String aspects) {

        void add(List<String> lines) {
            String line = "    " + VisibleText.of(this.path);
            if (this.aspects.isEmpty() || line.length() + this.aspects.length() + 2 <= TextReport.WIDTH) {
                lines.add(this.aspects.isEmpty() ? line : line + ": " + this.aspects);
            } else {
                lines.add(line);
                TextWrap.add(lines, ASPECTS, ASPECTS, this.aspects);
            }
        }
    }
}
