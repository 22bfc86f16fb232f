package dev.tare.source;

import dev.tare.archive.StoredLayer;
import dev.tare.image.Descriptor;
import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a layer before it is read.
 *
 * @param number     counted from 1, for people
 * @param path       the entry that the manifest names
 * @param descriptor {@code null} in a docker archive
 * @param diffId     what the config says
 */
record LayerPlan(int number, String path, @Nullable Descriptor descriptor, DiffId diffId,
        @Nullable HistoryEntry history) {

    @Nullable
    MediaType mediaType() {
        return this.descriptor == null ? null : this.descriptor.mediaType();
    }

    /** Checks what was read against what was said of it. */
    Layer verify(StoredLayer stored) {
        if (this.descriptor != null) {
            Digests.verify("digest of layer " + this.number, this.path, this.descriptor.digest(), stored.digest());
            verifySize(this.descriptor.size(), stored.storedSize());
        }
        Digests.verify("diff ID of layer " + this.number, this.path, this.diffId.digest(), stored.diffId().digest());
        return new Layer(stored.digest(), stored.diffId(), mediaTypeOf(stored), stored.compression(),
                stored.storedSize(), stored.tarSize(), this.history);
    }

    private void verifySize(long expected, long actual) {
        if (expected != actual) {
            throw new SizeMismatchException(this.path, expected, actual);
        }
    }

    private MediaType mediaTypeOf(StoredLayer stored) {
        MediaType told = mediaType();
        return told != null ? told : switch (stored.compression()) {
            case NONE -> MediaType.DOCKER_LAYER;
            case GZIP -> MediaType.DOCKER_LAYER_GZIP;
            case ZSTD -> MediaType.OCI_LAYER_ZSTD;
        };
    }
}
