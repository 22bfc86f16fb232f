package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.format.Digests;
import dev.tare.source.format.LayerPlan;
import dev.tare.source.format.MissingEntryException;
import org.jspecify.annotations.Nullable;

/** Reads layers on all processors, each blob once. The first failure ends the others. */
final class ParallelLayers<T> {

    private final Blobs blobs;

    private final LayerReader<T> reader;

    private final KnownLayers<T> known;

    private final Limits limits;

    private final ImageBudget budget;

    private final Progress progress;

    private final int processors = Runtime.getRuntime().availableProcessors();

    /** Processors without a layer, which may help with another one. */
    private final Semaphore idleProcessors = new Semaphore(0);

    private final AtomicInteger unread = new AtomicInteger();

    ParallelLayers(Blobs blobs, LayerReader<T> reader, KnownLayers<T> known, Limits limits, ImageBudget budget,
            Progress progress) {
        this.blobs = blobs;
        this.reader = reader;
        this.known = known;
        this.limits = limits;
        this.budget = budget;
        this.progress = progress;
    }

    /** Reads the layers into a map by their resolved paths. */
    Map<String, ReadLayer<T>> read(List<LayerPlan> layers) throws IOException {
        Map<String, LayerPlan> plans = plansByPath(layers);
        this.progress.plan(plans.size(), plans.keySet().stream().mapToLong(this.blobs::size).sum());
        if (plans.isEmpty()) {
            return Map.of();
        }
        int threads = Math.min(plans.size(), this.processors);
        this.unread.set(plans.size());
        this.idleProcessors.release(this.processors - threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("layers-", 1).factory())) {
            try {
                return readAll(plans, new ExecutorCompletionService<>(executor));
            } finally {
                executor.shutdownNow();
            }
        }
    }

    /** Uses a layer that was read for another place in the image. */
    ReadLayer<T> again(LayerPlan plan, ReadLayer<T> layer) {
        return layer.again(plan.path(), this.reader, this.budget);
    }

    private Map<String, LayerPlan> plansByPath(List<LayerPlan> layers) {
        Map<String, LayerPlan> plans = new LinkedHashMap<>();
        for (LayerPlan layer : layers) {
            if (!this.blobs.has(layer.path())) {
                throw MissingEntryException.layer(this.blobs.name(), layer);
            }
            plans.putIfAbsent(this.blobs.resolve(layer.path()), layer);
        }
        return plans;
    }

    /** The largest layers come first, so that no processor is left with a large one at the end. */
    private Map<String, ReadLayer<T>> readAll(Map<String, LayerPlan> plans,
            CompletionService<Entry<String, ReadLayer<T>>> service) throws IOException {
        plans.entrySet()
                .stream()
                .sorted(Comparator.comparingLong((Entry<String, LayerPlan> plan) -> this.blobs.size(plan.getKey()))
                        .reversed())
                .forEach(plan -> service
                        .submit(() -> Map.entry(plan.getKey(), readOne(plan.getKey(), plan.getValue()))));
        Map<String, ReadLayer<T>> read = new HashMap<>();
        while (read.size() < plans.size()) {
            Entry<String, ReadLayer<T>> done = take(service);
            read.put(done.getKey(), done.getValue());
        }
        return read;
    }

    private ReadLayer<T> readOne(String path, LayerPlan plan) throws IOException {
        try {
            return readUnlessKnown(path, plan);
        } finally {
            if (this.unread.decrementAndGet() < this.processors) {
                this.idleProcessors.release();
            }
        }
    }

    private ReadLayer<T> readUnlessKnown(String path, LayerPlan plan) throws IOException {
        DiffId diffId = plan.diffId();
        if (diffId == null) {
            return readAnew(path, plan);
        }
        ReadLayer<T> known = findStored(path, plan);
        if (known != null) {
            return takeKnown(plan, known);
        }
        this.progress.awaitOther();
        try (KnownLayers.Turn _ = this.known.await(diffId, this.budget.deadline())) {
            this.progress.awaitedOther();
            ReadLayer<T> read = findStored(path, plan);
            return read != null ? takeKnown(plan, read) : readAnew(path, plan);
        }
    }

    private @Nullable ReadLayer<T> findStored(String path, LayerPlan plan) throws IOException {
        if (this.blobs.isAddressedByDigest()) {
            return find(plan, this.blobs.size(path), this.known::findByDigestAlone);
        }
        ReadLayer<T> known = find(plan, this.blobs.size(path), this.known::find);
        return known != null && isStored(path, known) ? known : null;
    }

    private @Nullable ReadLayer<T> find(LayerPlan plan, long blobSize,
            Function<Digest, @Nullable ReadLayer<T>> layers) {
        return plan.likelyDigests()
                .map(layers)
                .filter(layer -> layer != null && plan.matches(layer.stored(), blobSize))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a blob really has the digest of the known layer. Otherwise it is read and reported like any other layer.
     */
    private boolean isStored(String path, ReadLayer<T> known) throws IOException {
        try (InputStream blob = this.blobs.open(path)) {
            return Digests.of(blob).equals(known.stored().digest());
        }
    }

    private ReadLayer<T> takeKnown(LayerPlan plan, ReadLayer<T> known) {
        ReadLayer<T> layer = again(plan, known);
        this.known.taken();
        this.progress.layerKnown(layer.stored().storedSize());
        return layer;
    }

    private ReadLayer<T> readAnew(String path, LayerPlan plan) throws IOException {
        try (InputStream blob = this.blobs.open(path); InputStream counted = this.progress.count(blob)) {
            ReadLayer<T> layer = ReadLayer.read(plan.path(), counted, this.reader, this.limits, this.budget,
                    this.idleProcessors);
            plan.verify(layer.stored());
            this.known.keep(layer, this.blobs.isAddressedByDigest());
            this.progress.layerDone();
            return layer;
        }
    }

    private static <V> V take(CompletionService<V> service) throws IOException {
        try {
            return service.take().get();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Reading the layers was interrupted");
            interrupted.initCause(ex);
            throw interrupted;
        } catch (ExecutionException ex) {
            throw unwrapped(ex);
        }
    }

    private static IOException unwrapped(ExecutionException ex) {
        return switch (ex.getCause()) {
            case IOException cause -> cause;
            case RuntimeException cause -> throw cause;
            case Error cause -> throw cause;
            case null, default -> new IOException(ex);
        };
    }
}
