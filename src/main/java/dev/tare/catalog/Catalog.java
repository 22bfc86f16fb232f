package dev.tare.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.comparison.Comparison;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps inspections and their comparisons in bounded memory, and evicts the least recently used. Comparisons go with
 * any of their inspections. An image that several comparisons share is kept once.
 */
public class Catalog {

    private final CatalogProperties properties;

    private final Map<Digest, Kept> inspections = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Entry> comparisons = new LinkedHashMap<>(16, 0.75f, true);

    Catalog(CatalogProperties properties) {
        this.properties = properties;
    }

    /** The heap size that the images of one comparison may have together, in bytes. */
    public long capacity() {
        return this.properties.size().bytes();
    }

    /** The heap size that the kept parts of reports may have together, in bytes. */
    public long reportCapacity() {
        return this.properties.reports().bytes();
    }

    /** Keeps a comparison that no client sent, while there is room. */
    public KeptComparison keep(Comparison comparison) {
        return keep(comparison, "");
    }

    /**
     * Keeps a comparison while there is room. If there is no room, the client that uses most of it loses its least
     * recently used comparisons first. So no client can remove those of a client that uses less. If the same images with
     * the same names are already kept, their comparison stays as it is, and still counts for the client that sent it
     * first.
     *
     * @param client the sender of the images
     */
    public KeptComparison keep(Comparison comparison, String client) {
        return keep(comparison, client, false);
    }

    /** Keeps a comparison for good. */
    KeptComparison keepForGood(Comparison comparison) {
        return keep(comparison, "", true);
    }

    /** The comparison with an identifier, or {@code null} if it is not kept. */
    public synchronized @Nullable KeptComparison find(String id) {
        Entry entry = this.comparisons.get(id);
        return entry == null ? null : use(entry);
    }

    /** The comparisons, the most recently used first. */
    public synchronized List<KeptComparison> recent() {
        List<KeptComparison> result = new ArrayList<>();
        List.copyOf(this.comparisons.values()).forEach(entry -> result.addFirst(use(entry)));
        return List.copyOf(result);
    }

    private synchronized KeptComparison keep(Comparison comparison, String client, boolean forGood) {
        String id = Identity.of(comparison.images());
        Entry before = this.comparisons.get(id);
        if (before != null) {
            this.comparisons.put(id, before.with(forGood));
            return use(before);
        }
        KeptComparison kept = new KeptComparison(id, comparison.over(this::keep));
        this.comparisons.put(id,
                new Entry(kept, comparison.images().stream().map(Catalog::key).toList(), client, forGood));
        makeRoom(id);
        return kept;
    }

    /** The kept inspection of an image, or else this one, which is kept from now on. */
    private Inspection keep(Inspection inspection) {
        return this.inspections
                .computeIfAbsent(key(inspection), absent -> new Kept(inspection, inspection.heapSize()))
                .inspection();
    }

    private static Digest key(Inspection inspection) {
        return Identity.of(inspection.image());
    }

    /** Records a use of each image. */
    private KeptComparison use(Entry entry) {
        entry.images().forEach(this.inspections::get);
        return entry.kept();
    }

    private void makeRoom(String newest) {
        for (String id = victim(newest); isOverfull() && id != null; id = victim(newest)) {
            this.comparisons.remove(id);
            Set<Digest> needed = new HashSet<>();
            this.comparisons.values().forEach(entry -> needed.addAll(entry.images()));
            this.inspections.keySet().retainAll(needed);
        }
    }

    private boolean isOverfull() {
        return this.comparisons.size() > this.properties.comparisons()
                || this.inspections.size() > this.properties.inspections()
                || heapSize(this.inspections.keySet()) > this.properties.size().bytes();
    }

    /** The comparison to remove next, or {@code null} if all others must stay. */
    private @Nullable String victim(String newest) {
        Map<String, List<Entry>> byClient = new LinkedHashMap<>();
        this.comparisons.values()
                .stream()
                .filter(entry -> !entry.forGood())
                .forEach(entry -> byClient.computeIfAbsent(entry.client(), _ -> new ArrayList<>()).add(entry));
        return byClient.values()
                .stream()
                .filter(entries -> entries.stream().anyMatch(entry -> !entry.isAt(newest)))
                .max(Comparator.comparingDouble(this::share))
                .flatMap(entries -> entries.stream().filter(entry -> !entry.isAt(newest)).findFirst())
                .map(entry -> entry.kept().id())
                .orElse(null);
    }

    /** The greatest share of a bound that comparisons use together. */
    private double share(List<Entry> entries) {
        Set<Digest> images = new HashSet<>();
        entries.forEach(entry -> images.addAll(entry.images()));
        return Math.max((double) entries.size() / this.properties.comparisons(),
                Math.max((double) images.size() / this.properties.inspections(),
                        (double) heapSize(images) / this.properties.size().bytes()));
    }

    private long heapSize(Set<Digest> images) {
        return this.inspections.entrySet()
                .stream()
                .filter(kept -> images.contains(kept.getKey()))
                .mapToLong(kept -> kept.getValue().heapSize())
                .sum();
    }

    private record Entry(KeptComparison kept, List<Digest> images, String client, boolean forGood) {

        Entry with(boolean forGood) {
            return new Entry(this.kept, this.images, this.client, this.forGood || forGood);
        }

        boolean isAt(String id) {
            return this.kept.id().equals(id);
        }
    }

    private record Kept(Inspection inspection, long heapSize) {}
}
