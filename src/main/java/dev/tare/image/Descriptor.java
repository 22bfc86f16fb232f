package dev.tare.image;

import java.util.Map;

import dev.tare.image.StatedBase.Place;
import org.jspecify.annotations.Nullable;

/**
 * A reference from one document to another: media type, digest and size.
 *
 * @param size        in bytes
 * @param annotations often empty
 * @param platform    usually set in an index, {@code null} elsewhere
 * @param artifactType the type of an artifact, such as a signature; {@code null} or the type of a config for most
 *                     images
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md">OCI image specification,
 *      descriptor</a>
 */
public record Descriptor(MediaType mediaType, Digest digest, long size, Map<String, String> annotations,
        @Nullable Platform platform, @Nullable String artifactType) {

    /** The annotation for the name of an image in an OCI image layout. */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    /** The annotation or label for the name of the base image. */
    public static final String BASE_NAME = "org.opencontainers.image.base.name";

    /** The annotation or label for the digest of the base image, which is that of a manifest or of an index. */
    public static final String BASE_DIGEST = "org.opencontainers.image.base.digest";

    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";

    private static final String REFERENCE_DIGEST = "vnd.docker.reference.digest";

    public Descriptor {
        annotations = Map.copyOf(annotations);
        if (size < 0) {
            throw new InvalidValueException("descriptor size", Long.toString(size), "a number of bytes, zero or more");
        }
    }

    public Descriptor(MediaType mediaType, Digest digest, long size, Map<String, String> annotations,
            @Nullable Platform platform) {
        this(mediaType, digest, size, annotations, platform, null);
    }

    /** Whether this declares an artifact, such as a signature or a bill of materials, and not an image. */
    public boolean isArtifact() {
        return MediaType.isOfArtifact(this.artifactType);
    }

    /** A copy without annotations, which saves memory in long lists. */
    public Descriptor withoutAnnotations() {
        return new Descriptor(this.mediaType, this.digest, this.size, Map.of(), this.platform, this.artifactType);
    }

    /**
     * A copy with the annotations about the base image only, which saves memory in long lists.
     *
     * @param index the annotations of the index, as {@link StatedBase} counts them
     */
    public Descriptor withBaseAnnotations(Map<String, String> index) {
        StatedBase base = StatedBase.first(StatedBase.of(this.annotations, Place.INDEX),
                StatedBase.of(index, Place.INDEX));
        return new Descriptor(this.mediaType, this.digest, this.size,
                base == null ? Map.of() : base.addedTo(Map.of()), this.platform, this.artifactType);
    }

    /** These annotations of a manifest, with those of its descriptor about the base image, as {@link StatedBase} counts them. */
    public Map<String, String> completed(Map<String, String> manifest) {
        StatedBase own = StatedBase.of(manifest, Place.MANIFEST);
        StatedBase all = StatedBase.first(own, StatedBase.of(this.annotations, Place.INDEX));
        return all == null || all.equals(own) ? manifest : all.addedTo(manifest);
    }

    /** Whether this describes a BuildKit attestation. Its manifest has the form of an image. */
    public boolean isAttestation() {
        return this.annotations.containsKey(REFERENCE_TYPE);
    }

    /** The digest of the manifest that a BuildKit attestation is about, as the index has it, or {@code null}. */
    public @Nullable String attestedDigest() {
        return isAttestation() ? this.annotations.get(REFERENCE_DIGEST) : null;
    }
}
