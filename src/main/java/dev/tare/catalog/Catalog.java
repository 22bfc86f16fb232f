package dev.tare.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
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

    /** Keeps a comparison while there is room. */
    public KeptComparison keep(Comparison comparison) {
        return keep(comparison, false);
    }

    /** Keeps a comparison for good. */
    KeptComparison keepForGood(Comparison comparison) {
        return keep(comparison, true);
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

    private synchronized KeptComparison keep(Comparison comparison, boolean forGood) {
        String id = Identity.of(comparison.images());
        KeptComparison kept = new KeptComparison(id, comparison.over(this::keep));
        Entry before = this.comparisons.get(id);
        this.comparisons.put(id, new Entry(kept, comparison.images().stream().map(Catalog::key).toList(),
                forGood || (before != null && before.forGood())));
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
        Set<Digest> needed = new HashSet<>();
        this.comparisons.forEach((id, entry) -> {
            if (entry.forGood() || id.equals(newest)) {
                needed.addAll(entry.images());
            }
        });
        Iterator<Digest> eldest = List.copyOf(this.inspections.keySet()).iterator();
        while (isOverfull() && eldest.hasNext()) {
            Digest key = eldest.next();
            if (!needed.contains(key)) {
                this.inspections.remove(key);
            }
        }
        dropComparisons(newest);
    }

    private boolean isOverfull() {
        Collection<Kept> kept = this.inspections.values();
        return kept.size() > this.properties.inspections()
                || kept.stream().mapToLong(Kept::heapSize).sum() > this.properties.size().bytes();
    }

    private void dropComparisons(String newest) {
        this.comparisons.values().removeIf(entry -> !entry.isComplete(this.inspections.keySet()));
        int excess = this.comparisons.size() - this.properties.comparisons();
        Iterator<Map.Entry<String, Entry>> eldest = this.comparisons.entrySet().iterator();
        while (excess > 0 && eldest.hasNext()) {
            Map.Entry<String, Entry> candidate = eldest.next();
            if (!candidate.getValue().forGood() && !candidate.getKey().equals(newest)) {
                eldest.remove();
                excess--;
            }
        }
    }

    private record Entry(KeptComparison kept, List<Digest> images, boolean forGood) {

        boolean isComplete(Set<Digest> inspections) {
            return inspections.containsAll(this.images);
        }
    }

    private record Kept(Inspection inspection, long heapSize) {}
}
