package dev.tare.image;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one document says of another: its type, digest and size.
 *
 * @param size        in bytes
 * @param annotations empty if there are none
 * @param platform    only in an index, and not always there
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md">OCI image specification,
 *      descriptor</a>
 */
public record Descriptor(MediaType mediaType, Digest digest, long size, Map<String, String> annotations,
        @Nullable Platform platform) {

    /** The annotation with which an OCI image layout names an image. */
    public static final String REF_NAME = "org.opencontainers.image.ref.name";

    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";

    public Descriptor {
        annotations = Map.copyOf(annotations);
        if (size < 0) {
            throw new InvalidValueException("descriptor size", Long.toString(size), "a number of bytes, zero or more");
        }
    }

    /** Whether this describes a BuildKit attestation, which is no image although it looks like one. */
    public boolean isAttestation() {
        return this.annotations.containsKey(REFERENCE_TYPE);
    }
}
