package dev.tare.comparison.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

import dev.tare.image.ConfigField;
import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A field of the config and its value in each image.
 *
 * @param key     as in {@link ConfigChange}
 * @param values  masked, one for each image in order; empty if it is not set
 * @param differs whether any image differs, secrets included
 * @param hidden  for each image, whether its value looks like that of the first image and differs in a part that is not
 *                shown
 */
public record ConfigRow(ConfigField field, @Nullable String key, List<Optional<String>> values, boolean differs,
        List<Boolean> hidden) {

    public ConfigRow {
        values = List.copyOf(values);
        hidden = List.copyOf(hidden);
    }

    /** The fields of all images, those that differ first. */
    public static List<ConfigRow> of(List<Image> images) {
        List<SortedMap<ConfigFields.Key, ConfigFields.Value>> fields = images.stream().map(ConfigFields::of).toList();
        TreeSet<ConfigFields.Key> keys = new TreeSet<>();
        fields.forEach(values -> keys.addAll(values.keySet()));
        return keys.stream()
                .map(key -> of(key,
                        fields.stream().map(values -> Optional.ofNullable(values.get(key))).toList()))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }

    private static ConfigRow of(ConfigFields.Key key, List<Optional<ConfigFields.Value>> values) {
        return new ConfigRow(key.field(), key.name(),
                values.stream().map(value -> value.map(ConfigFields.Value::text)).toList(),
                values.stream().distinct().count() > 1,
                values.stream().map(value -> differsUnseen(values.getFirst(), value)).toList());
    }

    private static boolean differsUnseen(Optional<ConfigFields.Value> first, Optional<ConfigFields.Value> value) {
        return !first.equals(value)
                && first.map(ConfigFields.Value::text).equals(value.map(ConfigFields.Value::text));
    }
}
