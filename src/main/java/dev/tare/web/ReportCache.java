package dev.tare.web;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.catalog.KeptComparison;
import dev.tare.catalog.ReportQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonFacts;
import dev.tare.report.DifferenceReport;
import dev.tare.report.json.JsonReport;
import org.jspecify.annotations.Nullable;

/**
 * Builds the parts of reports once and keeps them in bounded memory: the facts of each comparison, and the differences
 * of each pair. Policies do not change a part. If there is no room, the client that uses most of it loses its least
 * recently used parts first. They are built again if they are needed.
 */
final class ReportCache {

    /** A part takes less heap than this number of bytes for each byte of its JSON. */
    private static final long BYTES_PER_CHARACTER = 2;

    /** A part is kept if it needs at most this share of the capacity, so that no part evicts many others. */
    private static final int LARGEST_SHARE = 4;

    /** Stands for the facts of a comparison, which belong to no pair. */
    private static final Pair FACTS = new Pair(-1, -1);

    private final ReportQueue queue;

    private final long capacity;

    private final Map<Key, Part> parts = new LinkedHashMap<>(16, 0.75f, true);

    /** Requests for the same part build it one after the other, so the second one finds it. */
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

    private long size;

    private long built;

    /** @param capacity heap of all parts together, in bytes */
    ReportCache(ReportQueue queue, long capacity) {
        this.queue = queue;
        this.capacity = capacity;
    }

    /**
     * The facts of a comparison, and the differences of pairs of its images.
     *
     * @param client that needs them
     * @throws dev.tare.catalog.TooBusyException if some are not kept and too many other reports are being built
     */
    Parts parts(String client, KeptComparison kept, List<Pair> pairs) {
        Comparison comparison = kept.comparison();
        List<Key> keys = Stream.concat(Stream.of(FACTS), pairs.stream()).map(pair -> new Key(kept.id(), pair)).toList();
        List<Key> missing = keys.stream().filter(key -> find(key, comparison) == null).toList();
        if (missing.isEmpty()) {
            return Parts.of(keys.stream().map(key -> part(client, key, comparison)).toList(), null);
        }
        Turn turn = this.queue.take(client, missing.stream().mapToLong(key -> heapFor(key, comparison)).sum());
        boolean held = false;
        try {
            List<Object> contents = keys.stream().map(key -> part(client, key, comparison)).toList();
            held = keys.stream().anyMatch(key -> find(key, comparison) == null);
            return Parts.of(contents, held ? turn : null);
        } finally {
            if (!held) {
                turn.close();
            }
        }
    }

    /** The number of parts that were built. */
    synchronized long built() {
        return this.built;
    }

    /** The estimated heap of the kept parts, in bytes. */
    synchronized long size() {
        return this.size;
    }

    private Object part(String client, Key key, Comparison comparison) {
        synchronized (this.locks[Math.floorMod(key.hashCode(), this.locks.length)]) {
            Object known = find(key, comparison);
            return known == null ? keep(client, key, comparison, build(key.pair(), comparison)) : known;
        }
    }

    private static Object build(Pair pair, Comparison comparison) {
        return pair.equals(FACTS) ? ComparisonFacts.of(comparison)
                : DifferenceReport.between(comparison, pair.from(), pair.to());
    }

    private static long heapFor(Key key, Comparison comparison) {
        List<Inspection> images = comparison.images();
        List<Inspection> needed = key.pair().equals(FACTS) ? images
                : List.of(images.get(key.pair().from()), images.get(key.pair().to()));
        return ReportQueue.heapFor(needed);
    }

    private synchronized @Nullable Object find(Key key, Comparison comparison) {
        Part part = this.parts.get(key);
        return part != null && part.comparison.refersTo(comparison) ? part.content : null;
    }

    private Object keep(String client, Key key, Comparison comparison, Object content) {
        put(key, new Part(client, new WeakReference<>(comparison), content,
                BYTES_PER_CHARACTER * JsonReport.length(shown(content))));
        return content;
    }

    private static Object shown(Object content) {
        return content instanceof ComparisonFacts facts ? List.of(facts.images(), facts.layers(), facts.matrix())
                : content;
    }

    private synchronized void put(Key key, Part part) {
        this.built++;
        if (part.bytes > this.capacity / LARGEST_SHARE) {
            return;
        }
        Part before = this.parts.put(key, part);
        this.size += part.bytes - (before == null ? 0 : before.bytes);
        while (this.size > this.capacity) {
            var victim = victim();
            this.size -= victim.getValue().bytes;
            this.parts.remove(victim.getKey());
        }
    }

    /** The least recently used part of the client that uses most. */
    private Map.Entry<Key, Part> victim() {
        Map<String, Long> used = new LinkedHashMap<>();
        this.parts.values().forEach(part -> used.merge(part.client, part.bytes, Long::sum));
        String most = Collections.max(used.entrySet(), Map.Entry.comparingByValue()).getKey();
        return this.parts.entrySet()
                .stream()
                .filter(part -> part.getValue().client.equals(most))
                .findFirst()
                .orElseThrow();
    }

    /** Indexes of two images of a comparison. */
    record Pair(int from, int to) {}

    /**
     * Parts of the report of a comparison.
     *
     * @param turn close it when the answer is written; it reserves heap for parts that are not kept; {@code null} if all
     *             are kept
     */
    record Parts(ComparisonFacts facts, List<DifferenceReport> differences, @Nullable Turn turn) {

        Parts {
            differences = List.copyOf(differences);
        }

        private static Parts of(List<Object> contents, @Nullable Turn turn) {
            return new Parts((ComparisonFacts) contents.getFirst(),
                    contents.stream().skip(1).map(DifferenceReport.class::cast).toList(), turn);
        }
    }

    private record Key(String id, Pair pair) {}

    /**
     * @param client     that needed the part first
     * @param comparison that the content is about; the catalog may evict it and later keep another one with the same
     *                   identifier
     * @param bytes      estimated heap
     */
    private record Part(String client, WeakReference<Comparison> comparison, Object content, long bytes) {}
}
