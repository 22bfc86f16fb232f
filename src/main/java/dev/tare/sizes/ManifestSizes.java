package dev.tare.sizes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toSet;

/**
 * The sizes of an image for one platform, as its manifest states them. Nothing verifies them, because no layer is read.
 * Layers are equal if their blobs have the same digest, so the same files compressed anew are another layer.
 *
 * @param platform              as the index states it, or else the config
 * @param manifest              the digest of the manifest
 * @param config                refers to the config
 * @param layers                the lowest first, as the manifest lists them; an image may have a layer more than once
 * @param base                  the base image by annotation, or {@code null}
 * @param details               the values of the config; {@code null} if the config was not read
 * @param detailsUnknownBecause why the config could not be read; {@code null} if it was read, or was not requested
 */
public record ManifestSizes(Platform platform, Digest manifest, Descriptor config, List<Descriptor> layers,
        @Nullable StatedBase base, @Nullable Details details, @Nullable String detailsUnknownBecause) {

    public ManifestSizes {
        layers = List.copyOf(layers);
    }

    /**
     * The bytes of all layers as the registry stores them. A layer that the image has more than once counts once, as in a
     * pull. Sizes that add up to more than a {@code long} are {@link Long#MAX_VALUE}.
     */
    public long compressed() {
        return sum(distinct());
    }

    /** The bytes of the layers that any of these images has, too. Each layer counts once. */
    public long sharedWith(List<ManifestSizes> others) {
        return sum(shared(others));
    }

    /** The number of different layers that any of these images has, too. */
    public int layersSharedWith(List<ManifestSizes> others) {
        return shared(others).size();
    }

    /** The same for one other image. */
    public long sharedWith(ManifestSizes other) {
        return sharedWith(List.of(other));
    }

    /** The same for one other image. */
    public int layersSharedWith(ManifestSizes other) {
        return layersSharedWith(List.of(other));
    }

    /** The bytes of layers that a node still pulls for this image if it has another one. Each layer counts once. */
    public long pulledBeside(ManifestSizes present) {
        Map<Digest, Long> missing = distinct();
        missing.keySet().removeAll(present.digests());
        return sum(missing);
    }

    /** The number of different layers. A layer that the image has more than once counts once, as in the sizes. */
    public int distinctLayers() {
        return digests().size();
    }

    /** The number of different layers that a registry need not have. Nodes pull them from the addresses in the manifest. */
    public int foreignLayers() {
        return (int) this.layers.stream()
                .filter(layer -> layer.mediaType().isNonDistributable())
                .map(Descriptor::digest)
                .distinct()
                .count();
    }

    /** The digests of the layers, each once. */
    Set<Digest> digests() {
        return distinct().keySet();
    }

    private Map<Digest, Long> shared(List<ManifestSizes> others) {
        Map<Digest, Long> shared = distinct();
        Set<Digest> theirs = others.stream().flatMap(other -> other.digests().stream()).collect(toSet());
        shared.keySet().retainAll(theirs);
        return shared;
    }

    /** A manifest may state two sizes for one digest. The larger one counts. */
    private Map<Digest, Long> distinct() {
        Map<Digest, Long> sizes = LinkedHashMap.newLinkedHashMap(this.layers.size());
        this.layers.forEach(layer -> sizes.merge(layer.digest(), layer.size(), Math::max));
        return sizes;
    }

    private static long sum(Map<Digest, Long> layers) {
        long sum = 0;
        for (long size : layers.values()) {
            sum = size > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + size;
        }
        return sum;
    }

    /**
     * Values of the config.
     *
     * @param created {@code null} if it is not stated
     * @param user    as written, {@code ""} if not set, which means root
     */
    public record Details(@Nullable Instant created, List<String> entrypoint, List<String> command, String user) {

        public Details {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
        }
    }
}
