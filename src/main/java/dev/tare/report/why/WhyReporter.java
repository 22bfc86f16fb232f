package dev.tare.report.why;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.tare.ecosystem.Dependents;
import dev.tare.ecosystem.OsPackage;
import dev.tare.filetree.FileTree;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.ledger.Ownership;
import dev.tare.inspection.ledger.Rules;
import dev.tare.report.Listing;
import dev.tare.report.why.WhyReport.Needed;
import org.jspecify.annotations.Nullable;

/** Explains why an image contains something. */
public final class WhyReporter {

    private static final int MOST = 1_000;

    private final Inspection inspection;

    private final Software software;

    private final FileTree files;

    private final Rules rules;

    private WhyReporter(Inspection inspection) {
        this.inspection = inspection;
        this.software = inspection.software();
        this.files = inspection.files();
        this.rules = new Rules(inspection);
    }

    /**
     * Explains a file, folder, package or library.
     *
     * @param name a path, or the name of a package or library
     * @throws UnknownNameException   if the image has nothing of this name
     * @throws AmbiguousNameException if several libraries or other owners have this name
     */
    public static WhyReport report(Inspection inspection, String name) {
        return new WhyReporter(inspection).report(name);
    }

    private WhyReport report(String name) {
        WhyTarget target = WhyTarget.of(name, this.inspection, this.rules);
        Map<Ownership, Sum> owners = new HashMap<>();
        Map<Integer, Sum> layers = new HashMap<>();
        target.files().stream().forEach(index -> {
            long bytes = 0;
            for (Rules.Share share : this.rules.sharesOf(index)) {
                if (target.hasOwner(share.owner())) {
                    owners.computeIfAbsent(share.owner(), absent -> new Sum()).add(index, share.bytes());
                    bytes += share.bytes();
                }
            }
            layers.computeIfAbsent(this.files.layer(index), absent -> new Sum()).add(index, bytes);
        });
        return new WhyReport(WhyReport.SCHEMA_VERSION, this.inspection.image().name(), target.kind(), target.name(),
                target.requested(), layers.values().stream().mapToLong(sum -> sum.bytes).sum(),
                target.files().cardinality(), owners(owners), layers(layers), osPackage(target));
    }

    private Listing<WhyReport.Owner> owners(Map<Ownership, Sum> sums) {
        return listing(sums.entrySet()
                .stream()
                .map(one -> owner(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(WhyReport.Owner::visibleBytes)
                        .reversed()
                        .thenComparing(WhyReport.Owner::chapter)
                        .thenComparing(WhyReport.Owner::line)
                        .thenComparing(WhyReport.Owner::name))
                .toList());
    }

    private WhyReport.Owner owner(Ownership owner, Sum sum) {
        return new WhyReport.Owner(owner.chapter(), owner.chapter().title(), owner.line(), owner.owner(),
                owner.version(), this.rules.reasonOf(sum.largest), sum.bytes, sum.files);
    }

    private Listing<WhyReport.Layer> layers(Map<Integer, Sum> sums) {
        return listing(sums.entrySet()
                .stream()
                .map(one -> layer(one.getKey(), one.getValue().bytes))
                .sorted(Comparator.comparingLong(WhyReport.Layer::visibleBytes)
                        .reversed()
                        .thenComparingInt(WhyReport.Layer::index))
                .toList());
    }

    private WhyReport.Layer layer(int index, long bytes) {
        Layer layer = this.inspection.weight().layers().get(index).layer();
        HistoryEntry step = layer.history();
        return new WhyReport.Layer(index, layer.diffId().toString(), this.inspection.base().originOf(index),
                step == null ? null : step.created(), step == null ? null : step.createdBy(),
                step == null ? null : step.comment(), bytes);
    }

    private WhyReport.@Nullable PackageFacts osPackage(WhyTarget target) {
        String name = switch (target.kind()) {
            case PACKAGE -> target.name();
            case FILE -> this.software.owners().ownerOf(this.files, target.files().nextSetBit(0));
            default -> null;
        };
        BitSet numbers = numbered(name);
        if (numbers.isEmpty()) {
            return null;
        }
        OsPackage first = this.software.packages().get(numbers.nextSetBit(0));
        Map<String, Long> sizes = sizes();
        Long size = sizeOf(first, sizes);
        Dependents dependents = Dependents.of(this.software.dependencies());
        if (dependents == null) {
            return new WhyReport.PackageFacts(first.manager(), first.name(), first.version(), size, null, null, null,
                    null);
        }
        List<Needed> needed = needed(dependents.neededOnlyBy(numbers), sizes);
        return new WhyReport.PackageFacts(first.manager(), first.name(), first.version(), size,
                names(dependents.of(numbers)), names(dependents.dependenciesOf(numbers)), listing(needed),
                size == null ? null
                        : size + needed.stream().map(Needed::visibleBytes).mapToLong(Objects::requireNonNull).sum());
    }

    /** The numbers of the packages with a name. Several architectures can be installed. */
    private BitSet numbered(@Nullable String name) {
        return IntStream.range(0, name == null ? 0 : this.software.packages().size())
                .filter(number -> this.software.packages().get(number).name().equals(name))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Each name once, because sizes are known by name and not by architecture. */
    private List<Needed> needed(BitSet numbers, Map<String, Long> sizes) {
        Map<String, Needed> needed = new HashMap<>();
        numbers.stream()
                .mapToObj(this.software.packages()::get)
                .forEach(one -> needed.putIfAbsent(one.name(),
                        new Needed(one.name(), one.version(), sizeOf(one, sizes))));
        return needed.values()
                .stream()
                .sorted(Comparator.comparing((Needed one) -> Objects.requireNonNullElse(one.visibleBytes(), 0L))
                        .reversed()
                        .thenComparing(Needed::name))
                .toList();
    }

    /** The visible bytes of the files that each package lists. */
    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        for (int index = 0; index < this.files.size(); index++) {
            String owner = this.files.holdsBytes(index) ? this.software.owners().ownerOf(this.files, index) : null;
            if (owner != null) {
                sizes.merge(owner, this.files.inode(index).size(), Long::sum);
            }
        }
        return sizes;
    }

    private @Nullable Long sizeOf(OsPackage one, Map<String, Long> sizes) {
        return this.software.owners().isKnown() ? sizes.getOrDefault(one.name(), 0L) : null;
    }

    private Listing<String> names(BitSet numbers) {
        return listing(numbers.stream()
                .mapToObj(number -> this.software.packages().get(number).name())
                .distinct()
                .sorted()
                .toList());
    }

    private static <T> Listing<T> listing(List<T> all) {
        return new Listing<>(all.size(), Math.max(0, all.size() - MOST), all.subList(0, Math.min(all.size(), MOST)));
    }

    private static final class Sum {

        private long bytes;

        private long files;

        private int largest;

        private long largestBytes = -1;

        private void add(int index, long size) {
            this.bytes += size;
            this.files++;
            if (size > this.largestBytes) {
                this.largest = index;
                this.largestBytes = size;
            }
        }
    }
}
