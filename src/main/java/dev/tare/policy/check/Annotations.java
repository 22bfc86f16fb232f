package dev.tare.policy.check;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** Values of an image's manifest annotations and config labels. */
final class Annotations {

    private Annotations() {}

    /** The value of a key, or {@code null} if it is missing or blank. An annotation precedes a label. */
    static @Nullable String value(Image image, String key) {
        String annotation = annotation(image, key);
        String value = annotation == null ? image.config().container().labels().get(key) : annotation;
        return value == null || value.isBlank() ? null : value;
    }

    /** Whether the value of a key is from a label. An image inherits labels from its base image. */
    static boolean isLabel(Image image, String key) {
        return annotation(image, key) == null && value(image, key) != null;
    }

    private static @Nullable String annotation(Image image, String key) {
        String annotation = image.annotations().get(key);
        return annotation == null || annotation.isBlank() ? null : annotation;
    }
}
