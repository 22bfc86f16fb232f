package dev.tare.source.format;

import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.archive.StoredLayer;
import dev.tare.image.Descriptor;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * A layer as its image's documents describe it, before it is read.
 *
 * @param number     counted from 1, for messages
 * @param path       the entry in the manifest
 * @param descriptor {@code null} in a docker archive
 * @param diffId     as the config states it; {@code null} if it does not
 */
public record LayerPlan(int number, String path, @Nullable Descriptor descriptor, @Nullable DiffId diffId,
        @Nullable HistoryEntry history) {

    @Nullable
    public MediaType mediaType() {
        return this.descriptor == null ? null : this.descriptor.mediaType();
    }

    /**
     * Digests that the blob may have. A docker archive states only the digest of the tar. The name of a blob may be its
     * digest.
     */
    public Stream<Digest> likelyDigests() {
        return this.descriptor != null ? Stream.of(this.descriptor.digest())
                : Stream.of(Digests.statedBy(this.path), this.diffId == null ? null : this.diffId.digest())
                        .filter(Objects::nonNull);
    }

    /** Whether a blob of this size with a likely digest must be this stored layer. */
    public boolean matches(StoredLayer known, long blobSize) {
        return known.storedSize() == blobSize && known.diffId().equals(this.diffId)
                && (this.descriptor == null || this.descriptor.size() == blobSize);
    }

    /** Verifies a layer that was read against its description. */
    public Layer verify(StoredLayer stored) {
        if (this.descriptor != null) {
            Digests.verify("digest of layer " + this.number, this.path, this.descriptor.digest(), stored.digest());
            verifySize(this.descriptor.size(), stored.storedSize());
        }
        if (this.diffId != null) {
            Digests.verify("diff ID of layer " + this.number, this.path, this.diffId.digest(),
                    stored.diffId().digest());
        }
        return new Layer(stored.digest(), stored.diffId(), mediaTypeOf(stored), stored.compression(),
                stored.storedSize(), stored.tarSize(), this.history);
    }

    private void verifySize(long expected, long actual) {
        if (expected != actual) {
            throw MismatchException.ofSize(this.path, expected, actual);
        }
    }

    private MediaType mediaTypeOf(StoredLayer stored) {
        MediaType stated = mediaType();
        return stated != null ? stated : switch (stored.compression()) {
            case NONE -> MediaType.DOCKER_LAYER;
            case GZIP -> MediaType.DOCKER_LAYER_GZIP;
            case ZSTD -> MediaType.OCI_LAYER_ZSTD;
        };
    }
}
