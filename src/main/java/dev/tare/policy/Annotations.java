package dev.tare.policy;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** What an image says of itself, be it by an annotation of its manifest or a label of its config. */
final class Annotations {

    private Annotations() {}

    /** The value of a key, or {@code null} if there is none or only a blank one. */
    static @Nullable String value(Image image, String key) {
        String annotation = image.annotations().get(key);
        String value = annotation == null || annotation.isBlank() ? image.config().container().labels().get(key)
                : annotation;
        return value == null || value.isBlank() ? null : value;
    }
}
