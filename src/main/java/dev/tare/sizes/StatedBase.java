package dev.tare.sizes;

import java.util.Map;

import dev.tare.image.Digest;
import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * The base image that a build states in annotations or labels.
 *
 * @param name   such as {@code docker.io/library/debian:13}, or {@code null} if only the digest is stated
 * @param digest of its manifest or index, or {@code null} if it is not stated or invalid
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
public record StatedBase(@Nullable String name, @Nullable Digest digest, Place place) {

    private static final String NAME = "org.opencontainers.image.base.name";

    private static final String DIGEST = "org.opencontainers.image.base.digest";

    /** No name of an image is longer. */
    private static final int MAX_LENGTH = 1024;

    /** The base image that a document states, or {@code null}. */
    static @Nullable StatedBase find(Map<String, String> statements, Place place) {
        String stated = statements.getOrDefault(NAME, "").strip();
        String name = stated.isEmpty() || stated.length() > MAX_LENGTH ? null : stated;
        Digest digest = digest(statements.getOrDefault(DIGEST, "").strip());
        return name == null && digest == null ? null : new StatedBase(name, digest, place);
    }

    private static @Nullable Digest digest(String text) {
        try {
            return text.isEmpty() || text.length() > MAX_LENGTH ? null : Digest.parse(text);
        } catch (InvalidValueException ex) {
            return null;
        }
    }

    /** The document that states a base image. */
    public enum Place {

        /** An annotation of the manifest. */
        MANIFEST,

        /** An annotation of the index, or of the entry in the index. */
        INDEX,

        /** A label in the config. The base image may have set it, and the image inherits it. */
        LABEL
    }
}
