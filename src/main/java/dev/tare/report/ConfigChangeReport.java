package dev.tare.report;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.change.ConfigField;
import org.jspecify.annotations.Nullable;

/**
 * A part of the config that is not the same in two images.
 *
 * @param title the field for people, in lower case
 * @param key   name of the variable or label, the port or the volume; {@code null} for fields that an image has once
 * @param from  {@code null} if it is not set; what looks secret is {@code (hidden)}
 * @param to    likewise
 */
public record ConfigChangeReport(ConfigField field, String title, @Nullable String key, Change change,
        @Nullable String from, @Nullable String to) {

    /** Whether the difference is in what the two values keep to themselves. */
    boolean isHidden() {
        return this.from != null && this.from.equals(this.to);
    }
}
