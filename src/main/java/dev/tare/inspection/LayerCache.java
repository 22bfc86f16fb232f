package dev.tare.inspection;

import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the passes over layers found, in memory and within bounds: the least recently used goes first. It is for
 * one {@link Inspector}, whose limits all of them were held against.
 */
public final class LayerCache {

    /** What an entry of ordinary length takes of the heap, by estimate and rather too much. */
    private static final long BYTES_PER_ENTRY = 300;

    private static final long BYTES_PER_LAYER = 1024;

    private final long capacity;

    private final Map<Digest, ReadLayer<LayerScan>> layers = new LinkedHashMap<>(16, 0.75f, true);

    private final ConcurrentMap<DiffId, ReentrantLock> turns = new ConcurrentHashMap<>();

    private long size;

    private long found;

    private long read;

    /**
     * An empty one.
     *
     * @param capacity bytes of heap, by estimate, that all layers in it may take together
     */
    public LayerCache(long capacity) {
        this.capacity = capacity;
    }

    /** How often a layer was known and only had to be hashed. */
    public synchronized long found() {
        return this.found;
    }

    /** How many layers had to be read. */
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

    private synchronized @Nullable ReadLayer<LayerScan> find(Digest digest) {
        return this.layers.get(digest);
    }

    private synchronized void taken() {
        this.found++;
    }

    private synchronized void keep(ReadLayer<LayerScan> layer) {
        if (this.layers.containsKey(layer.stored().digest())) {
            return;
        }
        this.read++;
        if (heapSize(layer) <= this.capacity) {
            this.layers.put(layer.stored().digest(), layer);
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

    /** Whoever gets a lock that has gone from the map meanwhile finds the layer known, or reads it as anybody may. */
    private KnownLayers.Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException {
        ReentrantLock turn = this.turns.computeIfAbsent(diffId, absent -> new ReentrantLock());
        try {
            deadline.lock(turn);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Waiting for a layer was interrupted");
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
