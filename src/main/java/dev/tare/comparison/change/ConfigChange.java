package dev.tare.comparison.change;

import org.jspecify.annotations.Nullable;

/**
 * A part of the config that is not the same in two images.
 *
 * @param key  the name of the variable or label, the port or the volume; {@code null} for fields that an image has once
 * @param from the value as text, lists as a JSON array, {@code set} for ports and volumes; {@code null} if it is not set
 * @param to   likewise
 */
public record ConfigChange(ConfigField field, @Nullable String key, Change change, @Nullable String from,
        @Nullable String to) {}
