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

    /** Whether a client must have the bytes of a layer that another one uploaded. */
    private final boolean isShared;

    /** How long a thread waits for another one that reads the same layer, in nanoseconds. */
    private final long patience;

    private final Map<Digest, Kept> layers = new LinkedHashMap<>(16, 0.75f, true);

    private final ConcurrentMap<DiffId, ReentrantLock> turns = new ConcurrentHashMap<>();

    private long size;

    private long found;

    private long read;

    /**
     * An empty cache of one client.
     *
     * @param capacity the heap size of all layers together, in estimated bytes
     */
    public LayerCache(long capacity) {
        this(capacity, KnownLayers.none());
    }

    /**
     * An empty cache of one client, in front of a slower one, which may have the layers that are not here.
     *
     * @param capacity the heap size of all layers together, in estimated bytes
     */
    public LayerCache(long capacity, KnownLayers<LayerScan> slower) {
        this(capacity, slower, false, Long.MAX_VALUE);
    }

    private LayerCache(long capacity, KnownLayers<LayerScan> slower, boolean isShared, long patience) {
        this.capacity = capacity;
        this.slower = slower;
        this.isShared = isShared;
        this.patience = patience;
    }

    /**
     * An empty cache of several clients, who can all read the same registries. A registry that only states the digest of a
     * layer gets it only if a registry provided its bytes before. So no client learns about the upload of another one.
     *
     * @param capacity the heap size of all layers together, in estimated bytes
     * @param patience how long an image waits for another one with the same layer before it reads the layer itself. So an
     *                 image of one client whose source stalls does not hold up those of others.
     */
    public static LayerCache ofSeveralClients(long capacity, Duration patience) {
        return new LayerCache(capacity, KnownLayers.none(), true, patience.toNanos());
    }

    /** The number of known layers, which were not read. */
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
            public @Nullable ReadLayer<LayerScan> findByDigestAlone(Digest digest) {
                return LayerCache.this.findByDigestAlone(digest);
            }

            @Override
            public void taken() {
                LayerCache.this.taken();
            }

            @Override
            public void keep(ReadLayer<LayerScan> layer, boolean fromRegistry) {
                LayerCache.this.keep(layer, fromRegistry);
            }

            @Override
            public Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException {
                return LayerCache.this.await(diffId, deadline);
            }
        };
    }

    private @Nullable ReadLayer<LayerScan> find(Digest digest) {
        Kept known = get(digest);
        if (known != null) {
            return known.layer();
        }
        ReadLayer<LayerScan> stored = this.slower.find(digest);
        if (stored != null) {
            put(stored, false);
        }
        return stored;
    }

    private @Nullable ReadLayer<LayerScan> findByDigestAlone(Digest digest) {
        if (!this.isShared) {
            return find(digest);
        }
        Kept known = get(digest);
        return known != null && known.fromRegistry() ? known.layer() : null;
    }

    private synchronized @Nullable Kept get(Digest digest) {
        return this.layers.get(digest);
    }

    private synchronized void taken() {
        this.found++;
    }

    private void keep(ReadLayer<LayerScan> layer, boolean fromRegistry) {
        countRead();
        put(layer, fromRegistry);
        this.slower.keep(layer, fromRegistry);
    }

    private synchronized void countRead() {
        this.read++;
    }

    /** A layer may come from an upload first, and later from a registry. */
    private synchronized void put(ReadLayer<LayerScan> layer, boolean fromRegistry) {
        Digest digest = layer.stored().digest();
        Kept known = this.layers.get(digest);
        if (known != null) {
            this.layers.put(digest, new Kept(known.layer(), known.fromRegistry() || fromRegistry));
        } else if (heapSize(layer) <= this.capacity) {
            this.layers.put(digest, new Kept(layer, fromRegistry));
            this.size += heapSize(layer);
            makeRoom();
        }
    }

    private void makeRoom() {
        Iterator<Kept> eldest = this.layers.values().iterator();
        while (this.size > this.capacity) {
            this.size -= heapSize(eldest.next().layer());
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

    /**
     * A layer of this cache.
     *
     * @param fromRegistry whether a registry provided its bytes, now or before
     */
    private record Kept(ReadLayer<LayerScan> layer, boolean fromRegistry) {}
}
