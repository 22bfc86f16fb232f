package dev.tare.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.ecosystem.OsPackage;
import dev.tare.filetree.FileEntry;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.ledger.LedgerLine;
import dev.tare.inspection.ledger.LedgerOwner;
import dev.tare.vulnerability.ImageVulnerabilities;
import dev.tare.vulnerability.KnownVulnerabilities;
import dev.tare.vulnerability.Severity;
import dev.tare.vulnerability.Vulnerability;
import dev.tare.vulnerability.VulnerabilityKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds the largest parts of a figure that exceeds its budget: lines of the breakdown, layers and files. With a baseline,
 * these are the parts that grew or are new. A report as the baseline has neither files nor packages. Then these are the parts
 * in new layers, and those without a figure in the report have no amount.
 */
final class Causes {

    /** The greatest number of causes of one kind. */
    private static final int MOST = 3;

    private static final int MOST_VULNERABILITIES = 100;

    private final ImageFigures figures;

    private final Inspection image;

    private final @Nullable Figures baseline;

    private final BitSet newLayers;

    Causes(ImageFigures figures, @Nullable Figures baseline) {
        this.figures = figures;
        this.image = figures.inspection();
        this.baseline = baseline;
        this.newLayers = newLayers(figures, baseline);
    }

    private static BitSet newLayers(ImageFigures figures, @Nullable Figures baseline) {
        List<Layer> layers = figures.inspection().image().layers();
        BitSet found = new BitSet();
        for (int i = 0; i < layers.size(); i++) {
            found.set(i, baseline == null || !baseline.hasLayer(layers.get(i).diffId().toString()));
        }
        return found;
    }

    List<Cause> of(Budget budget) {
        return switch (budget.measure()) {
            case TOTAL, COMPRESSED -> joined(lines(budget.measure()), layers(budget.measure(), _ -> true),
                    files(budget.measure(), _ -> true));
            case APPLICATION -> joined(layers(budget.measure(), this::isOfApplication),
                    files(budget.measure(), file -> isOfApplication(file.layer())));
            case LAYERS -> layers(budget.measure(), _ -> true);
            case WASTED, REPEATED, DIVE_WASTED, DIVE_USER_WASTED ->
                    joined(layers(Measure.WASTED, _ -> true), wastedFiles());
            case PACKAGES -> packages();
            case FILES -> lineFiles();
            case EXECUTABLES -> marked(FileEntry::isExecutable);
            case SETUID -> marked(FileEntry::isSetuid);
            case LARGEST_NEW_FILE -> files(budget.measure(), _ -> true);
            case BREAKDOWN -> owners(budget.line());
            case VULNERABILITIES, NEW_VULNERABILITIES -> vulnerabilities(budget);
        };
    }

    private List<Cause> lines(Measure measure) {
        Map<String, Long> before = new HashMap<>();
        if (this.baseline != null) {
            this.baseline.lines().forEach(line -> before.put(line.title(), line.visibleBytes()));
        }
        boolean hasAll = this.baseline == null || this.baseline.hasAllLines();
        Predicate<LedgerLine> isListed = line -> hasAll || before.containsKey(title(line));
        ToLongFunction<LedgerLine> growth = line -> line.size() - before.getOrDefault(title(line), 0L);
        return largest(lines().filter(line -> isListed.test(line) || line.owners().stream().anyMatch(this::isNew)),
                growth,
                line -> new Cause(Cause.Kind.BREAKDOWN, title(line), null,
                        measure == Measure.COMPRESSED ? compressedGrowth(line)
                                : isListed.test(line) ? (Long) growth.applyAsLong(line)
                                : null));
    }

    private Stream<LedgerLine> lines() {
        return this.figures.ledger().lines().stream();
    }

    /** An estimate, or {@code null} if it is unknown. */
    private @Nullable Long compressedGrowth(LedgerLine line) {
        Long now = line.compressed();
        if (this.baseline == null || now == null) {
            return now;
        }
        if (!(this.baseline instanceof ImageFigures other)) {
            return null;
        }
        Long before = 0L;
        for (LedgerLine there : other.ledger().lines()) {
            before = title(there).equals(title(line)) ? there.compressed() : before;
        }
        return before == null || before >= now ? null : (Long) (now - before);
    }

    private List<Cause> lineFiles() {
        Map<String, Long> before = new HashMap<>();
        if (this.baseline instanceof ImageFigures other) {
            other.ledger().lines().forEach(line -> before.put(title(line), line.files()));
        }
        ToLongFunction<LedgerLine> growth = line -> line.files() - before.getOrDefault(title(line), 0L);
        return largest(lines().filter(line -> !isReport() || line.owners().stream().anyMatch(this::isNew)), growth,
                line -> new Cause(Cause.Kind.BREAKDOWN, title(line), null,
                        isReport() ? null : (Long) growth.applyAsLong(line)));
    }

    private List<Cause> owners(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        Map<String, Long> before = new HashMap<>();
        if (this.baseline instanceof ImageFigures other) {
            ownersOf(other, name).forEach(owner -> before.merge(owner.name(), owner.size(), Long::sum));
        }
        ToLongFunction<LedgerOwner> growth = owner -> owner.size() - before.getOrDefault(owner.name(), 0L);
        return largest(ownersOf(this.figures, name).filter(owner -> !isReport() || isNew(owner)), growth,
                owner -> new Cause(Cause.Kind.BREAKDOWN, owner.name(),
                        owner.layers().size() == 1 ? owner.layers().getFirst() : null,
                        isReport() ? null : (Long) growth.applyAsLong(owner)));
    }

    private static Stream<LedgerOwner> ownersOf(ImageFigures figures, String name) {
        return figures.ledger()
                .lines()
                .stream()
                .filter(line -> new Figures.Line(line.chapter().title(), line.name(), 0).isCalled(name))
                .flatMap(line -> line.owners().stream());
    }

    private List<Cause> layers(Measure measure, Predicate<Integer> wanted) {
        List<InspectedLayer> layers = this.image.weight().layers();
        ToLongFunction<Integer> size = index -> switch (measure) {
            case COMPRESSED -> layers.get(index).layer().storedSize();
            case WASTED -> layers.get(index).wasted();
            default -> layers.get(index).uncompressedSize();
        };
        return largest(IntStream.range(0, layers.size())
                .boxed()
                .filter(wanted)
                .filter(index -> measure == Measure.WASTED || isNew(index)), size,
                index -> new Cause(Cause.Kind.LAYER, step(layers.get(index)), index,
                        measure == Measure.LAYERS ? null : size.applyAsLong(index)));
    }

    private static String step(InspectedLayer layer) {
        HistoryEntry history = layer.layer().history();
        String step = history == null ? null : history.createdBy();
        return step == null ? layer.layer().diffId().toString() : step;
    }

    private boolean isNew(int layer) {
        return this.newLayers.get(layer);
    }

    private boolean isNew(LedgerOwner owner) {
        return owner.layers().stream().anyMatch(this::isNew);
    }

    /** Whether the baseline has figures only. */
    private boolean isReport() {
        return this.baseline != null && this.baseline.inspection() == null;
    }

    private boolean isOfApplication(int layer) {
        return this.image.base().originOf(layer) == Origin.NET;
    }

    private List<Cause> files(Measure measure, Predicate<FileEntry> wanted) {
        Inspection before = this.baseline == null ? null : this.baseline.inspection();
        Stream<FileEntry> files = before != null ? NewFiles.in(this.image, before, Integer.MAX_VALUE).stream()
                : this.image.files()
                        .entries()
                        .stream()
                        .filter(file -> file.isFile() && file.sameFileAs() == null && isNew(file.layer()));
        return largest(files.filter(wanted), FileEntry::size,
                file -> file(file.path(), file.layer(), measure == Measure.COMPRESSED ? null : file.size()));
    }

    private List<Cause> wastedFiles() {
        return this.image.weight()
                .waste()
                .stream()
                .filter(file -> isNew(file.hiddenBy()))
                .limit(MOST)
                .map(file -> file(file.path(), file.layer(), file.bytes()))
                .toList();
    }

    /** Files with a property that no file at their paths in the baseline has. */
    private List<Cause> marked(Predicate<FileEntry> marked) {
        Inspection before = this.baseline == null ? null : this.baseline.inspection();
        return this.image.files().entries().stream().filter(marked).filter(file -> {
            if (isReport()) {
                return isNew(file.layer());
            }
            FileEntry there = before == null ? null : before.files().get(file.path());
            return there == null || !marked.test(there);
        }).limit(MOST).map(file -> file(file.path(), file.layer(), null)).toList();
    }

    private List<Cause> packages() {
        Inspection before = this.baseline == null ? null : this.baseline.inspection();
        List<String> known = before == null ? List.of()
                : before.software().packages().stream().map(OsPackage::name).sorted().toList();
        return largest(this.image.software()
                .packages()
                .stream()
                .filter(one -> !isReport() || isNew(one.layer()))
                .filter(one -> Collections.binarySearch(known, one.name()) < 0), Causes::installed,
                one -> new Cause(Cause.Kind.PACKAGE, one.name(), one.layer(), null));
    }

    /**
     * With a baseline that states its vulnerabilities, only those that are new. A vulnerability with another severity than before
     * is new in the total of its severity.
     */
    private List<Cause> vulnerabilities(Budget budget) {
        ImageVulnerabilities scanned = this.figures.scanned();
        KnownVulnerabilities known = this.baseline == null ? null : this.baseline.vulnerabilities();
        Map<VulnerabilityKey, Severity> before =
                known == null || scanned == null ? Map.of() : known.in(scanned);
        Severity severity = budget.severity();
        boolean countsRaised = severity != null && budget.measure() == Measure.VULNERABILITIES;
        return scanned == null ? List.of()
                : scanned.list()
                        .stream()
                        .filter(one -> severity == null || one.severity() == severity)
                        .filter(one -> !before.containsKey(one.key())
                                || (countsRaised && before.get(one.key()) != severity))
                        .limit(MOST_VULNERABILITIES)
                        .map(one -> vulnerability(one, before.get(one.key())))
                        .toList();
    }

    private static Cause vulnerability(Vulnerability one, @Nullable Severity before) {
        return new Cause(Cause.Kind.PACKAGE, one.software() + ": " + one.key().id() + ", " + one.severity().title()
                + (before == null ? "" : " (before: " + before.title() + ")"), one.place().layer(), null);
    }

    private static long installed(OsPackage one) {
        return one.installedSize() == null ? 1 : Math.max(1, one.installedSize());
    }

    private static Cause file(String path, int layer, @Nullable Long amount) {
        return new Cause(Cause.Kind.FILE, "/" + path, layer, amount);
    }

    private static String title(LedgerLine line) {
        return new Figures.Line(line.chapter().title(), line.name(), 0).title();
    }

    private static <T> List<Cause> largest(Stream<T> parts, ToLongFunction<T> amount,
            Function<T, Cause> cause) {
        return parts.filter(part -> amount.applyAsLong(part) > 0)
                .sorted(Comparator.comparingLong(amount).reversed())
                .limit(MOST)
                .map(cause)
                .toList();
    }

    @SafeVarargs
    private static List<Cause> joined(List<Cause>... lists) {
        List<Cause> all = new ArrayList<>();
        for (List<Cause> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
