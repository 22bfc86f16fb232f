package dev.tare.comparison.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.tare.image.ConfigField;
import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A field of the config that differs in two images.
 *
 * @param key  the name of the variable or label, the port or the volume; {@code null} for fields that an image has once
 * @param from the value as text, lists as a JSON array, {@code set} for ports and volumes; {@code null} if it is not set
 * @param to   as {@code from}, in the other image
 */
public record ConfigChange(ConfigField field, @Nullable String key, Change change, @Nullable String from,
        @Nullable String to) {

    /** Compares two configs and the annotations of their manifests, field by field. */
    public static List<ConfigChange> between(Image from, Image to) {
        Map<ConfigFields.Key, ConfigFields.Value> before = ConfigFields.of(from);
        Map<ConfigFields.Key, ConfigFields.Value> after = ConfigFields.of(to);
        TreeSet<ConfigFields.Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ConfigChange> changes = new ArrayList<>();
        for (ConfigFields.Key key : keys) {
            ConfigFields.Value one = before.get(key);
            ConfigFields.Value other = after.get(key);
            if (!Objects.equals(one, other)) {
                Change change = one == null ? Change.ADDED : other == null ? Change.REMOVED : Change.MODIFIED;
                changes.add(new ConfigChange(key.field(), key.name(), change, text(one), text(other)));
            }
        }
        return changes;
    }

    private static @Nullable String text(ConfigFields.@Nullable Value value) {
        return value == null ? null : value.text();
    }
}
