package dev.tare.report;

import dev.tare.comparison.Change;
import dev.tare.comparison.ConfigField;
import org.jspecify.annotations.Nullable;

/**
 * A part of the config that is not the same in two images.
 *
 * @param title the field for people, in lower case
 * @param key   name of the variable or label, the port or the volume; {@code null} for fields that an image has once
 * @param from  {@code null} if it is not set
 * @param to    {@code null} if it is not set
 */
public record ConfigChangeReport(ConfigField field, String title, @Nullable String key, Change change,
        @Nullable String from, @Nullable String to) {}
