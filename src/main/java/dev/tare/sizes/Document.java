package dev.tare.sizes;

import java.util.List;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.Manifest;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.StoredManifest;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** The parts of a manifest or index that sizes need. A hostile document has megabytes of other values. */
sealed interface Document {

    /**
     * Parses a document.
     *
     * @param name  of the image, for errors
     * @param entry that leads to the document, or {@code null} for the root
     */
    static Document parse(String name, StoredManifest stored, @Nullable Entry entry, Limits limits) {
        String digest = stored.descriptor().digest().toString();
        byte[] content = stored.content();
        return switch (DocumentKind.of(digest, content)) {
            case INDEX -> Index.of(ImageIndex.parse(digest, content));
            case MANIFEST -> image(digest, Manifest.parse(digest, content), entry, limits);
            case OTHER -> throw UnsupportedImageException.otherDocument(name, stored.descriptor().mediaType());
        };
    }

    private static Document image(String digest, Manifest manifest, @Nullable Entry entry, Limits limits) {
        if (entry != null && entry.platform() == null && manifest.isArtifact()) {
            return new Artifact();
        }
        UnsupportedImageException.requireImage(digest, manifest);
        if (manifest.layers().size() > limits.get(Limit.LAYERS)) {
            throw new LimitExceededException(Limit.LAYERS, limits.get(Limit.LAYERS), digest);
        }
        StatedBase own = StatedBase.of(manifest.annotations(), StatedBase.Place.MANIFEST);
        return new Image(manifest.config().withoutAnnotations(),
                manifest.layers().stream().map(Descriptor::withoutAnnotations).toList(),
                entry == null ? own : StatedBase.first(own, entry.base()));
    }

    /** An index, without attestations and other artifacts. */
    record Index(List<Entry> entries) implements Document {

        private static Index of(ImageIndex index) {
            StatedBase base = StatedBase.of(index.annotations(), StatedBase.Place.INDEX);
            return new Index(index.manifests()
                    .stream()
                    .filter(manifest -> !manifest.isAttestation() && !manifest.isArtifact())
                    .map(manifest -> Entry.of(manifest, base))
                    .toList());
        }
    }

    /** A manifest of an image. */
    record Image(Descriptor config, List<Descriptor> layers, @Nullable StatedBase base) implements Document {}

    /** A signature or another artifact in an index that does not declare it as such. */
    record Artifact() implements Document {}

    /**
     * An entry of an index.
     *
     * @param platform {@code null} if it is not stated
     * @param base     that the entry or its index states, or {@code null}
     */
    record Entry(Digest digest, @Nullable Platform platform, @Nullable StatedBase base) {

        private static Entry of(Descriptor manifest, @Nullable StatedBase base) {
            StatedBase own = StatedBase.of(manifest.annotations(), StatedBase.Place.INDEX);
            return new Entry(manifest.digest(), manifest.platform(), StatedBase.first(own, base));
        }
    }
}
