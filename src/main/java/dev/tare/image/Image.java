package dev.tare.image;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An image for one platform: its config and its layers.
 *
 * @param name           how people call it: the tag it was saved with, else the name of its source
 * @param id             the digest of the config, which is what engines call the image ID
 * @param manifestDigest of the manifest, or {@code null} if the source (a docker archive) has none
 * @param annotations    of the manifest; empty if there are none
 * @param layers         the lowest first
 * @param remarks        what its source leaves open, each in a sentence or two; mostly empty
 * @param hidden         digests of those texts of the image in which secrets are hidden; empty for an image as its
 *                       source has it
 */
public record Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
        ImageConfig config, List<Layer> layers, List<String> remarks, HiddenTexts hidden) {

    public Image {
        remarks = List.copyOf(remarks);
        annotations = Map.copyOf(annotations);
        layers = List.copyOf(layers);
    }

    /** An image as its source has it. */
    public Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<Layer> layers, List<String> remarks) {
        this(name, id, manifestDigest, annotations, config, layers, remarks, HiddenTexts.NONE);
    }

    /** An image whose source leaves nothing open. */
    public Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<Layer> layers) {
        this(name, id, manifestDigest, annotations, config, layers, List.of());
    }

    /** A copy that people call by another name. */
    public Image withName(String name) {
        return new Image(name, this.id, this.manifestDigest, this.annotations, this.config, this.layers,
                this.remarks, this.hidden);
    }
}
