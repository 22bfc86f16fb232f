package dev.tare.image;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An image for one platform: its config and its layers.
 *
 * @param name           the display name: the tag that the image was saved with, or the name of its source
 * @param id             the digest of the config, which engines call the image ID
 * @param manifestDigest {@code null} if the source has no manifest, like a docker archive
 * @param annotations    of the manifest; those about the base image may be from its index; often empty
 * @param layers         the lowest first
 * @param remarks        uncertainties about the source, each in a few sentences; usually empty
 * @param provenance     the images that its build read, or {@code null} if the source does not state them
 * @param otherPlatforms the platforms that the source has for this image besides that of the config; empty if there was
 *                       no choice
 * @param hidden         digests of the texts in which secrets are masked; empty for an image straight from its source
 */
public record Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
        ImageConfig config, List<Layer> layers, List<String> remarks, @Nullable Provenance provenance,
        List<Platform> otherPlatforms, HiddenTexts hidden) {

    public Image {
        remarks = List.copyOf(remarks);
        annotations = Map.copyOf(annotations);
        layers = List.copyOf(layers);
        otherPlatforms = List.copyOf(otherPlatforms);
    }

    /** An image straight from its source. */
    public Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<Layer> layers, List<String> remarks, @Nullable Provenance provenance) {
        this(name, id, manifestDigest, annotations, config, layers, remarks, provenance, List.of(), HiddenTexts.NONE);
    }

    /** An image without provenance. */
    public Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<Layer> layers, List<String> remarks) {
        this(name, id, manifestDigest, annotations, config, layers, remarks, null);
    }

    /** An image without remarks. */
    public Image(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<Layer> layers) {
        this(name, id, manifestDigest, annotations, config, layers, List.of());
    }

    /** A copy with another display name. */
    public Image withName(String name) {
        return new Image(name, this.id, this.manifestDigest, this.annotations, this.config, this.layers,
                this.remarks, this.provenance, this.otherPlatforms, this.hidden);
    }

    /** A copy that states the other platforms of its source. */
    public Image withOtherPlatforms(List<Platform> platforms) {
        return new Image(this.name, this.id, this.manifestDigest, this.annotations, this.config, this.layers,
                this.remarks, this.provenance, platforms, this.hidden);
    }
}
