package dev.tare.image;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one document says of another: its type, digest and size.
 *
 * @param size        in bytes
 * @param annotations empty if there are none
 * @param platform    only in an index, and not always there
 * @param artifactType what an artifact is, such as a signature; {@code null} or that of a config for most images
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md">OCI image specification,
 *      descriptor</a>
 */
public record Descriptor(MediaType mediaType, Digest digest, long size, Map<String, String> annotations,
        @Nullable Platform platform, @Nullable String artifactType) {

    /** The annotation with which an OCI image layout names an image. */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";

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

    /** Whether this says that it describes an artifact, such as a signature or a bill of materials, and no image. */
    public boolean isArtifact() {
        return MediaType.isOfArtifact(this.artifactType);
    }

    /** A copy that says nothing but what it describes, for where there are many of it. */
    public Descriptor withoutAnnotations() {
        return new Descriptor(this.mediaType, this.digest, this.size, Map.of(), this.platform, this.artifactType);
    }

    /** Whether this describes a BuildKit attestation, which is no image although it looks like one. */
    public boolean isAttestation() {
        return this.annotations.containsKey(REFERENCE_TYPE);
    }
}
