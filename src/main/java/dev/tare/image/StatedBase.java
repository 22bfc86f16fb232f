package dev.tare.image;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The base image that a build states in annotations or labels. The first place with a name counts: the manifest, its entry
 * in the index, the index, the labels. A digest is from the same place, or else from the nearest place that states it for
 * no other name.
 *
 * @param name   such as {@code docker.io/library/debian:13}, or {@code null} if only the digest is stated; it may be
 *               hostile
 * @param digest of its manifest or index as it is written, or {@code null} if it is not stated
 * @param place  of the name, or else of the digest
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI image specification,
 *      annotations</a>
 */
public record StatedBase(@Nullable String name, @Nullable String digest, Place place) {

    /** The name of the empty base image in a Dockerfile. */
    private static final String SCRATCH = "scratch";

    /** No name and no digest of an image is longer. */
    private static final int MAX_LENGTH = 1024;

    /** In place of a longer text. No name and no digest has this form. */
    private static final String TOO_LONG = "(more than " + MAX_LENGTH + " characters)";

    /** The base image that a document states, or {@code null}. */
    public static @Nullable StatedBase of(Map<String, String> texts, Place place) {
        String name = text(texts, Descriptor.BASE_NAME);
        String digest = text(texts, Descriptor.BASE_DIGEST);
        return SCRATCH.equals(name) || (name == null && digest == null) ? null : new StatedBase(name, digest, place);
    }

    /** The base image that an image states, or {@code null}. Its annotations have those of the index, too. */
    public static @Nullable StatedBase of(Image image) {
        return first(of(image.annotations(), Place.MANIFEST),
                of(image.config().container().labels(), Place.LABEL));
    }

    /** The base image from two places, or {@code null} if none states any. */
    public static @Nullable StatedBase first(@Nullable StatedBase first, @Nullable StatedBase next) {
        if (first == null || next == null) {
            return first == null ? next : first;
        }
        boolean isFirst = first.name != null || next.name == null;
        StatedBase named = isFirst ? first : next;
        StatedBase other = isFirst ? next : first;
        return named.digest == null && (other.name == null || other.name.equals(named.name))
                ? new StatedBase(named.name, other.digest, named.place)
                : named;
    }

    /** The digest, or {@code null} if it is not stated or invalid. */
    public @Nullable Digest parsedDigest() {
        try {
            return this.digest == null ? null : Digest.parse(this.digest);
        } catch (InvalidValueException ex) {
            return null;
        }
    }

    /** Adds the name and digest to annotations, in place of others. */
    Map<String, String> addedTo(Map<String, String> annotations) {
        Map<String, String> all = new HashMap<>(annotations);
        put(all, Descriptor.BASE_NAME, this.name);
        put(all, Descriptor.BASE_DIGEST, this.digest);
        return all;
    }

    private static void put(Map<String, String> texts, String key, @Nullable String text) {
        if (text == null) {
            texts.remove(key);
        } else {
            texts.put(key, text);
        }
    }

    private static @Nullable String text(Map<String, String> texts, String key) {
        String text = texts.getOrDefault(key, "").strip();
        return text.isEmpty() ? null : text.length() > MAX_LENGTH ? TOO_LONG : text;
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
