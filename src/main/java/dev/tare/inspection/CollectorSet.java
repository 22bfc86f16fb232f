package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collected;
import dev.tare.content.Collector;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.StreamCollector;
import dev.tare.content.reader.ContentReader;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The collectors of all readers. During the one pass over a layer, each collector receives the content of the files that
 * it wants.
 */
final class CollectorSet {

    static final CollectorSet NONE = new CollectorSet(List.of(), List.of());

    /**
     * The maximum size in bytes of a file that is buffered for several collectors. A larger file goes to the first
     * collector. The buffer is small, because it does not count against a limit, and each layer may need one.
     */
    static final int MAX_SHARED = 1 << 20;

    private final List<Owned<ContentCollector>> reading;

    private final List<Owned<StreamCollector>> observing;

    private CollectorSet(List<Owned<ContentCollector>> reading, List<Owned<StreamCollector>> observing) {
        this.reading = List.copyOf(reading);
        this.observing = List.copyOf(observing);
    }

    static CollectorSet of(List<? extends ContentReader<?>> readers, Limits limits, Deadline deadline) {
        List<Owned<ContentCollector>> reading = new ArrayList<>();
        List<Owned<StreamCollector>> observing = new ArrayList<>();
        readers.forEach(reader -> reader.collectors(limits, deadline).forEach(collector -> {
            switch (collector) {
                case ContentCollector one -> reading.add(new Owned<>(reader.id(), one));
                case StreamCollector one -> observing.add(new Owned<>(reader.id(), one));
            }
        }));
        return new CollectorSet(reading, observing);
    }

    /** Starts to observe a file. The list is empty for most files. */
    List<Observed> observe(TarEntry file) {
        List<Observed> observed = List.of();
        for (Owned<StreamCollector> one : this.observing) {
            if (one.collector.wants(file)) {
                observed = observed.isEmpty() ? new ArrayList<>() : observed;
                observed.add(new Observed(one.reader, one.collector.observe(file)));
            }
        }
        return observed;
    }

    /** Passes a file to the collectors that want it. */
    List<Collected> collect(TarEntry file, InputStream content) throws IOException {
        Owned<ContentCollector> first = null;
        for (Owned<ContentCollector> one : this.reading) {
            if (one.collector.wants(file)) {
                if (first != null) {
                    return shared(file, content);
                }
                first = one;
            }
        }
        return first == null ? unnamed(file, content)
                : collected(first.reader, first.collector.collect(file, content));
    }

    /**
     * Passes a file to the first collector that makes a finding for its hard links, or else to the first that tries the
     * file by its first bytes.
     */
    private List<Collected> unnamed(TarEntry file, InputStream content) throws IOException {
        if (file.size() > MAX_SHARED || this.reading.stream().noneMatch(one -> one.collector.wantsForLinks(file))) {
            return tried(file, content);
        }
        byte[] bytes = content.readNBytes(MAX_SHARED);
        for (Owned<ContentCollector> one : this.reading) {
            Finding finding = one.collector.wantsForLinks(file)
                    ? one.collector.collect(file, new ByteArrayInputStream(bytes))
                    : null;
            if (finding != null) {
                return collected(one.reader, new Finding.OfLinks(finding));
            }
        }
        return tried(file, new ByteArrayInputStream(bytes));
    }

    private List<Collected> tried(TarEntry file, InputStream content) throws IOException {
        for (Owned<ContentCollector> one : this.reading) {
            if (one.collector.tries(file)) {
                return collected(one.reader, one.collector.collect(file, content));
            }
        }
        return List.of();
    }

    private List<Collected> shared(TarEntry file, InputStream content) throws IOException {
        List<Owned<ContentCollector>> wanting =
                this.reading.stream().filter(one -> one.collector.wants(file)).toList();
        List<Collected> collected = new ArrayList<>();
        if (file.size() <= MAX_SHARED) {
            byte[] bytes = content.readNBytes(MAX_SHARED);
            for (Owned<ContentCollector> one : wanting) {
                Finding finding = one.collector.collect(file, new ByteArrayInputStream(bytes));
                collected.addAll(collected(one.reader, finding));
            }
            return collected;
        }
        Owned<ContentCollector> first = wanting.getFirst();
        collected.addAll(collected(first.reader, first.collector.collect(file, content)));
        for (Owned<ContentCollector> one : wanting.subList(1, wanting.size())) {
            collected.add(new Collected(one.reader, new NotRead(one.collector.subject(),
                    "Several readers want this file, which is larger than " + (MAX_SHARED >> 20)
                            + " MiB. Tare read it as " + first.reader + ", but not as " + one.reader + ".")));
        }
        return collected;
    }

    private static List<Collected> collected(String reader, @Nullable Finding finding) {
        return finding == null ? List.of() : List.of(new Collected(reader, finding));
    }

    /** The collectors of some readers. */
    List<Owned<Collector>> ofReaders(Predicate<String> readers) {
        return Stream.<Owned<? extends Collector>>concat(this.reading.stream(), this.observing.stream())
                .filter(one -> readers.test(one.reader))
                .map(one -> new Owned<Collector>(one.reader, one.collector))
                .toList();
    }

    /** A collector, with the id of its reader. */
    record Owned<C>(String reader, C collector) {

        /** Whether the collector reads the content of a file with this name. */
        static boolean reads(Collector collector, TarEntry file) {
            return collector.wants(file) || (collector instanceof ContentCollector one
                    && (one.tries(file) || (one.wantsForLinks(file) && file.size() <= MAX_SHARED)));
        }
    }

    /** A file that a collector observes. */
    record Observed(String reader, StreamCollector.Observation observation) {

        List<Collected> finish() {
            return collected(this.reader, this.observation.finish());
        }
    }
}
