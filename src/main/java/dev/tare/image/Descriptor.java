package dev.tare.image;

import java.util.Map;

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

    /** Whether this describes a BuildKit attestation. Its manifest has the form of an image. */
    public boolean isAttestation() {
        return this.annotations.containsKey(REFERENCE_TYPE);
    }

    /** The digest of the manifest that a BuildKit attestation is about, as the index has it, or {@code null}. */
    public @Nullable String attestedDigest() {
        return isAttestation() ? this.annotations.get(REFERENCE_DIGEST) : null;
    }
}
