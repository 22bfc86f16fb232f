package dev.tare.report;

import java.util.List;

import dev.tare.comparison.change.ConfigField;
import org.jspecify.annotations.Nullable;

/**
 * A field of the config in each image.
 *
 * @param title   the field for people, in lower case
 * @param key     as in {@link ConfigChangeReport}
 * @param differs whether the images are not all the same in it, hidden values too
 * @param images  one for each, in their order
 */
public record ConfigRowReport(ConfigField field, String title, @Nullable String key, boolean differs,
        List<ConfigCellReport> images) {}
