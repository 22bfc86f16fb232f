package dev.tare.comparison;

import java.util.List;

import dev.tare.image.DiffId;
import org.jspecify.annotations.Nullable;

/**
 * A layer and the images that have it.
 *
 * @param uncompressedSize its file bytes
 * @param compressedSize   the size of its blob in the first image that stores it compressed, or {@code null}
 * @param images           indexes of the images that have it, ascending
 */
public record LayerPresence(DiffId diffId, long uncompressedSize, @Nullable Long compressedSize,
        List<Integer> images) {

    public LayerPresence {
        images = List.copyOf(images);
    }

    /** Whether more than one image has it. */
    public boolean isShared() {
        return this.images.size() > 1;
    }
}
