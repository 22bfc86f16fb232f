package dev.tare.source;

import java.io.InterruptedIOException;

import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Layers that were read before, so that none is read twice. They are identified by digests that Tare computed from
 * their bytes, never by stated digests. Their results depend on these bytes alone. Safe for use by several threads.
 */
public interface KnownLayers<T> {

    /**
     * The layer whose blob has this digest, or {@code null} if it is not known. The caller must still verify the blob.
     */
    @Nullable
    ReadLayer<T> find(Digest digest);

    /**
     * The same for a source that selects content by digests alone. The caller does not verify the blob, so a source that
     * only states the digest gets the layer. A store of several clients has none here that only an upload contained.
     */
    default @Nullable ReadLayer<T> findByDigestAlone(Digest digest) {
        return find(digest);
    }

    /** Counts the use of a known layer whose blob was only hashed. */
    void taken();

    /**
     * Stores a layer that was read to its end and matches the documents of its image.
     *
     * @param fromRegistry whether its source has content by digests alone
     */
    void keep(ReadLayer<T> layer, boolean fromRegistry);

    /**
     * Waits while another thread reads a layer with the same content. Look for the layer once the turn comes, because
     * it may be known then.
     *
     * @throws InterruptedIOException                       if the thread is interrupted while it waits
     * @throws dev.tare.limits.LimitExceededException if the turn does not come before the deadline
     */
    Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException;

    /** Has no known layer and stores none. */
    static <T> KnownLayers<T> none() {
        return new KnownLayers<>() {

            @Override
            public @Nullable ReadLayer<T> find(Digest digest) {
                return null;
            }

            @Override
            public void taken() {
                // No layer is ever found.
            }

            @Override
            public void keep(ReadLayer<T> layer, boolean fromRegistry) {
                // No layer is ever requested.
            }

            @Override
            public Turn await(DiffId diffId, Deadline deadline) {
                return () -> {
                };
            }
        };
    }

    /** The right to read a layer while other threads wait for it. Closing returns it. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
