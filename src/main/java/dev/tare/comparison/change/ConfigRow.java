package dev.tare.comparison.change;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A field of the config and its value in each image.
 *
 * @param key    as in {@link ConfigChange}
 * @param values one for each image, in their order; empty if it is not set
 */
public record ConfigRow(ConfigField field, @Nullable String key, List<Optional<String>> values) {

    public ConfigRow {
        values = List.copyOf(values);
    }

    /** Whether the images are not all the same in it. */
    public boolean differs() {
        return this.values.stream().distinct().count() > 1;
    }
}
