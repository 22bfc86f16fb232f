package dev.tare.source;

import java.io.InterruptedIOException;

import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Layers that were read before, so that none is read twice. They are known by the digests that were computed of their
 * bytes, never by what somebody said of them, and all that was made of them is made of those bytes alone. Safe for use
 * by several threads.
 */
public interface KnownLayers<T> {

    /** The layer whose blob has this digest, or {@code null} if it is not known. It may not be taken yet. */
    @Nullable
    ReadLayer<T> find(Digest digest);

    /** Notes that a layer which was found was taken, so that its blob is only hashed. */
    void taken();

    /** Remembers a layer that was read to its end and matches its image's documents. */
    void keep(ReadLayer<T> layer);

    /**
     * Waits while another thread reads a layer with the same content. It may be known then, so it is to be looked for
     * in one's turn.
     *
     * @throws InterruptedIOException                       if the thread is interrupted meanwhile
     * @throws dev.tare.limits.LimitExceededException if the turn does not come before the deadline
     */
    Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException;

    /** Knows nothing and keeps nothing. */
    static <T> KnownLayers<T> none() {
        return new KnownLayers<>() {

            @Override
            public @Nullable ReadLayer<T> find(Digest digest) {
                return null;
            }

            @Override
            public void taken() {
                // Nothing is ever found.
            }

            @Override
            public void keep(ReadLayer<T> layer) {
                // Nobody will ask for it.
            }

            @Override
            public Turn await(DiffId diffId, Deadline deadline) {
                return () -> {
                };
            }
        };
    }

    /** The right to read a layer while others that need it wait, until it is given back. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
