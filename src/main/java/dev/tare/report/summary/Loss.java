package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.PackageFacts;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.Bound;
import dev.tare.report.DifferenceReport;
import dev.tare.report.DifferenceReport.SurfaceChange;
import dev.tare.report.ImageReport;
import dev.tare.report.VersionsReport;
import dev.tare.report.VersionsReport.VersionChange;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

import static java.util.stream.Collectors.groupingBy;

/**
 * Items of one kind that an image has lost, gained or changed.
 *
 * @param bound whether the count is exact
 * @param of   number of all items of this kind before, or 0 if it does not matter
 * @param one  the kind in the singular
 * @param many the kind in the plural
 * @param names of the most important items
 */
record Loss(Change change, long count, Bound bound, long of, String one, String many, List<Line> names) {

    private static final int NAMES = 6;

    Loss {
        names = List.copyOf(names);
    }

    /** All that an image has lost, then all that it gained, then all that it changed. */
    static List<List<Loss>> groups(ImageReport from, ImageReport to, DifferenceReport difference) {
        List<Loss> all = new ArrayList<>();
        addVersions(all, difference.packages(), "package", "packages");
        addVersions(all, difference.jars(), "Java library", "Java libraries");
        addVersions(all, difference.javaRuntimes(), "Java runtime", "Java runtimes");
        addModules(all, modules(from), modules(to));
        addVersions(all, difference.bundledPackages(), "bundled package", "bundled packages");
        addVersions(all, difference.shadedLibraries(), "unpacked library", "unpacked libraries");
        addSurface(all, from, difference);
        all.add(new Loss(Change.MODIFIED, difference.files().modified().paths(), Bound.EXACT, 0, "path", "paths",
                codes(difference.files()
                        .largestModified()
                        .items()
                        .stream()
                        .limit(NAMES)
                        .map(change -> "/" + change.path())
                        .toList())));
        all.add(new Loss(Change.MODIFIED, difference.config().total(), Bound.EXACT, 0, "field of the config",
                "fields of the config",
                difference.config()
                        .items()
                        .stream()
                        .limit(NAMES)
                        .map(change -> Line.of(change.title(), change.key() == null ? null : " ",
                                change.key() == null ? null : new Value.Code(change.key())))
                        .toList()));
        return Stream.of(Change.REMOVED, Change.ADDED, Change.MODIFIED)
                .map(change -> all.stream().filter(loss -> loss.change == change && loss.count > 0).toList())
                .toList();
    }

    /** The change as a verb: {@code lost}, {@code gained} or {@code changed}. */
    String verb() {
        return switch (this.change) {
            case REMOVED -> "lost";
            case ADDED -> "gained";
            default -> "changed";
        };
    }

    /** Such as {@code 79 of 96 packages}. */
    Line what() {
        return Line.of(this.bound.words(), this.of == 0 ? null : new Value.Count(this.count),
                this.of == 0 ? Line.count(this.count, this.one, this.many)
                        : Line.of(" of ", Line.count(this.of, this.one, this.many)));
    }

    /** Such as {@code lost 79 packages}. */
    Line statement() {
        return Line.of(verb() + " " + this.bound.words(), Line.count(this.count, this.one, this.many));
    }

    /** The first names, with an ellipsis if there are more. */
    Line shownNames() {
        return Line.of(Line.joined(this.names, ", "), this.count > this.names.size() ? ", …" : null);
    }

    private static void addVersions(List<Loss> all, VersionsReport versions, String one, String many) {
        long before = versions.fromIncomplete() ? 0
                : versions.removed() + versions.modified() + versions.unmodified() + versions.renamed().total();
        all.add(new Loss(Change.REMOVED, versions.removed(), versions.removedBound(), before, one, many,
                names(versions, Change.REMOVED)));
        all.add(new Loss(Change.ADDED, versions.added(), versions.addedBound(), 0, one, many,
                names(versions, Change.ADDED)));
        List<Line> changed = Stream
                .concat(names(versions, Change.MODIFIED).stream(),
                        versions.renamed()
                                .items()
                                .stream()
                                .map(rename -> Line.of(new Value.Code(rename.fromName()), " → ",
                                        new Value.Code(rename.toName()))))
                .limit(NAMES)
                .toList();
        all.add(new Loss(Change.MODIFIED, versions.modified() + versions.renamed().total(), versions.commonBound(),
                before, one,
                many,
                changed));
    }

    /** The largest packages first, as far as their sizes are known. */
    private static List<Line> names(VersionsReport versions, Change change) {
        return versions.changes()
                .items()
                .stream()
                .filter(version -> version.change() == change)
                .sorted(Comparator.comparingLong(Loss::bytes).reversed())
                .limit(NAMES)
                .map(Loss::name)
                .toList();
    }

    private static long bytes(VersionChange version) {
        Long bytes = facts(version).installedBytes();
        return bytes == null ? 0 : bytes;
    }

    private static PackageFacts facts(VersionChange version) {
        return version.change() == Change.REMOVED ? version.fromFacts() : version.toFacts();
    }

    private static Line name(VersionChange version) {
        Value.Code name = new Value.Code(version.name());
        if (version.change() == Change.MODIFIED) {
            return version.contentOnly() ? Line.of(name)
                    : Line.of(name, " ", Line.codes(version.fromVersions()), " → ", Line.codes(version.toVersions()));
        }
        long bytes = bytes(version);
        return Line.of(name, bytes == 0 ? null : " ", bytes == 0 ? null : new Value.Size(bytes, false));
    }

    private static Set<String> modules(ImageReport image) {
        Set<String> modules = new TreeSet<>();
        image.contents().java().runtimes().forEach(runtime -> modules.addAll(runtime.modules()));
        return modules;
    }

    /** Modules are compared independent of the vendor and version of the runtimes. */
    private static void addModules(List<Loss> all, Set<String> from, Set<String> to) {
        if (!from.isEmpty() && !to.isEmpty()) {
            List<String> lost = from.stream().filter(module -> !to.contains(module)).toList();
            List<String> gained = to.stream().filter(module -> !from.contains(module)).toList();
            all.add(new Loss(Change.REMOVED, lost.size(), Bound.EXACT, from.size(), "Java module", "Java modules",
                    codes(lost)));
            all.add(new Loss(Change.ADDED, gained.size(), Bound.EXACT, 0, "Java module", "Java modules",
                    codes(gained)));
        }
    }

    private static void addSurface(List<Loss> all, ImageReport from, DifferenceReport difference) {
        Map<SurfaceKind, List<SurfaceChange>> kinds = new TreeMap<>(Comparator.comparingInt(Loss::rank)
                .thenComparing(Comparator.naturalOrder()));
        kinds.putAll(difference.surface().items().stream().collect(groupingBy(SurfaceChange::kind)));
        kinds.forEach((kind, changes) -> Stream.of(Change.REMOVED, Change.ADDED).forEach(change -> {
            List<String> paths = changes.stream()
                    .filter(path -> path.change() == change)
                    .map(path -> "/" + path.path())
                    .toList();
            long before = change == Change.REMOVED ? count(from, kind) : 0;
            all.add(new Loss(change, paths.size(), difference.surface().leftOut() > 0 ? Bound.AT_LEAST : Bound.EXACT,
                    before, one(kind), many(kind),
                    codes(paths)));
        }));
    }

    private static long count(ImageReport image, SurfaceKind kind) {
        return image.security()
                .surface()
                .stream()
                .filter(surface -> surface.kind() == kind)
                .mapToLong(surface -> surface.paths().total())
                .sum();
    }

    /** Shells and package managers, then files that a program may need, then the others. */
    static int rank(SurfaceKind kind) {
        return kind.compareTo(SurfaceKind.PACKAGE_MANAGER) <= 0 ? 0 : kind.isRuntimeFiles() ? 1 : 2;
    }

    private static String one(SurfaceKind kind) {
        return switch (kind) {
            case COMPILER -> "compiler or build tool";
            case PRIVILEGE_TOOL -> "tool that gives root's rights";
            case FILE_CAPABILITIES -> "file with capabilities";
            case CA_CERTIFICATES -> "CA certificate file";
            case TIME_ZONES -> "time zone folder";
            case LOCALES -> "locale file";
            case FONTS -> "font folder";
            default -> kind.title().substring(0, kind.title().length() - 1);
        };
    }

    /** Time zones, locales and fonts are often whole folders. */
    private static String many(SurfaceKind kind) {
        return switch (kind) {
            case CA_CERTIFICATES -> "CA certificate files";
            case TIME_ZONES -> "time zone folders";
            case LOCALES -> "locale files";
            case FONTS -> "font folders";
            default -> kind.title();
        };
    }

    private static List<Line> codes(List<String> texts) {
        return texts.stream().limit(NAMES).map(text -> Line.of(new Value.Code(text))).toList();
    }
}
