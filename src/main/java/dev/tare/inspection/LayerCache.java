package dev.tare.inspection;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/**
 * Caches the scans of layers in bounded memory, and evicts the least recently used. It is for one {@link Inspector},
 * because the scans depend on its limits.
 */
public final class LayerCache {

    /** An upper estimate of the heap size of an ordinary entry, in bytes. */
    private static final long BYTES_PER_ENTRY = 300;

    private static final long BYTES_PER_LAYER = 1024;

    private final long capacity;

    private final KnownLayers<LayerScan> slower;

    private final Map<Digest, ReadLayer<LayerScan>> layers = new LinkedHashMap<>(16, 0.75f, true);

    private final ConcurrentMap<DiffId, ReentrantLock> turns = new ConcurrentHashMap<>();

    /** How long a thread waits for another one that reads the same layer, in nanoseconds. */
    private volatile long patience = Long.MAX_VALUE;

    private long size;

    private long found;

    private long read;

    /**
     * An empty cache.
     *
     * @param capacity the heap size of all layers together, in estimated bytes
     */
    public LayerCache(long capacity) {
        this(capacity, KnownLayers.none());
    }

    /**
     * An empty cache in front of a slower one, which may have the layers that are not here.
     *
     * @param capacity the heap size of all layers together, in estimated bytes
     */
    public LayerCache(long capacity, KnownLayers<LayerScan> slower) {
        this.capacity = capacity;
        this.slower = slower;
    }

    /**
     * Bounds how long an image waits for another one with the same layer, and returns this cache. After that, it reads the
     * layer itself. So an image of one client whose source stalls does not hold up those of others.
     */
    public LayerCache waitAtMost(Duration patience) {
        this.patience = patience.toNanos();
        return this;
    }

    /** The number of known layers, which were only hashed. */
    public synchronized long found() {
        return this.found;
    }

    /** The number of layers that were read. */
    public synchronized long read() {
        return this.read;
    }

    KnownLayers<LayerScan> layers() {
        return new KnownLayers<>() {

            @Override
            public @Nullable ReadLayer<LayerScan> find(Digest digest) {
                return LayerCache.this.find(digest);
            }

            @Override
            public void taken() {
                LayerCache.this.taken();
            }

            @Override
            public void keep(ReadLayer<LayerScan> layer) {
                LayerCache.this.keep(layer);
            }

            @Override
            public Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException {
                return LayerCache.this.await(diffId, deadline);
            }
        };
    }

    private @Nullable ReadLayer<LayerScan> find(Digest digest) {
        ReadLayer<LayerScan> known = get(digest);
        if (known != null) {
            return known;
        }
        ReadLayer<LayerScan> stored = this.slower.find(digest);
        if (stored != null) {
            put(stored);
        }
        return stored;
    }

    private synchronized @Nullable ReadLayer<LayerScan> get(Digest digest) {
        return this.layers.get(digest);
    }

    private synchronized void taken() {
        this.found++;
    }

    private void keep(ReadLayer<LayerScan> layer) {
        if (count(layer)) {
            put(layer);
            this.slower.keep(layer);
        }
    }

    /** Counts a layer that was read, and returns whether it is new. */
    private synchronized boolean count(ReadLayer<LayerScan> layer) {
        boolean isNew = !this.layers.containsKey(layer.stored().digest());
        this.read += isNew ? 1 : 0;
        return isNew;
    }

    private synchronized void put(ReadLayer<LayerScan> layer) {
        if (heapSize(layer) <= this.capacity && this.layers.putIfAbsent(layer.stored().digest(), layer) == null) {
            this.size += heapSize(layer);
            makeRoom();
        }
    }

    private void makeRoom() {
        Iterator<ReadLayer<LayerScan>> eldest = this.layers.values().iterator();
        while (this.size > this.capacity) {
            this.size -= heapSize(eldest.next());
            eldest.remove();
        }
    }

    private static long heapSize(ReadLayer<LayerScan> layer) {
        return BYTES_PER_LAYER + layer.value().cost() * BYTES_PER_ENTRY;
    }

    /** Returns whether the lock was taken, and not only the patience over. */
    private boolean lock(ReentrantLock turn, Deadline deadline) throws InterruptedException {
        if (this.patience < deadline.nanosLeft()) {
            return turn.tryLock(this.patience, TimeUnit.NANOSECONDS);
        }
        deadline.lock(turn);
        return true;
    }

    /** A thread may hold a lock that was removed from the map. Then the layer is known, or the thread reads it. */
    private KnownLayers.Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException {
        ReentrantLock turn = this.turns.computeIfAbsent(diffId, absent -> new ReentrantLock());
        try {
            if (!lock(turn, deadline)) {
                return () -> {
                };
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("The wait for a layer was interrupted");
            interrupted.initCause(ex);
            throw interrupted;
        }
        return () -> {
            if (!turn.hasQueuedThreads()) {
                this.turns.remove(diffId, turn);
            }
            turn.unlock();
        };
    }
}
