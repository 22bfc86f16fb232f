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

import static java.util.Objects.requireNonNull;

/**
 * Keeps inspections and the comparisons made of them in memory, within bounds: the least recently used goes first, and
 * with an inspection go the comparisons that need it. An image that several comparisons share is kept once.
 */
public class Catalog {

    private final CatalogProperties properties;

    private final Map<Digest, Kept> inspections = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Entry> comparisons = new LinkedHashMap<>(16, 0.75f, true);

    Catalog(CatalogProperties properties) {
        this.properties = properties;
    }

    /** How many bytes of heap the images of one comparison may take together. */
    public long capacity() {
        return this.properties.size().toBytes();
    }

    /** Keeps a comparison as long as there is room. */
    public KeptComparison keep(Comparison comparison) {
        return keep(comparison, false);
    }

    /** Keeps a comparison for good. */
    KeptComparison keepForGood(Comparison comparison) {
        return keep(comparison, true);
    }

    /** The comparison with an identifier, or {@code null} if there is none, or none any more. */
    public synchronized @Nullable KeptComparison find(String id) {
        Entry entry = this.comparisons.get(id);
        return entry == null ? null : toComparison(id, entry);
    }

    /** The comparisons, the most recently used first. */
    public synchronized List<KeptComparison> recent() {
        List<KeptComparison> result = new ArrayList<>();
        new LinkedHashMap<>(this.comparisons).forEach((id, entry) -> result.addFirst(toComparison(id, entry)));
        return List.copyOf(result);
    }

    private synchronized KeptComparison keep(Comparison comparison, boolean forGood) {
        String id = Identity.of(comparison.images());
        List<Named> images = comparison.images().stream().map(this::keep).toList();
        Entry before = this.comparisons.get(id);
        Entry entry = new Entry(images, forGood || (before != null && before.forGood()));
        this.comparisons.put(id, entry);
        makeRoom(id);
        return toComparison(id, entry);
    }

    private Named keep(Inspection inspection) {
        Digest key = Identity.of(inspection.image());
        this.inspections.computeIfAbsent(key, absent -> new Kept(inspection, inspection.heapSize()));
        return new Named(key, inspection.image().name());
    }

    private KeptComparison toComparison(String id, Entry entry) {
        return new KeptComparison(id, new Comparison(entry.images().stream().map(this::toInspection).toList()));
    }

    private Inspection toInspection(Named image) {
        return requireNonNull(this.inspections.get(image.key()), "An image went before its comparison").inspection()
                .withName(image.name());
    }

    private void makeRoom(String newest) {
        Set<Digest> needed = new HashSet<>();
        this.comparisons.forEach((id, entry) -> {
            if (entry.forGood() || id.equals(newest)) {
                entry.images().forEach(image -> needed.add(image.key()));
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
                || kept.stream().mapToLong(Kept::heapSize).sum() > this.properties.size().toBytes();
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

    private record Entry(List<Named> images, boolean forGood) {

        boolean isComplete(Set<Digest> kept) {
            return this.images.stream().allMatch(image -> kept.contains(image.key()));
        }
    }

    private record Kept(Inspection inspection, long heapSize) {}

    private record Named(Digest key, String name) {}
}
