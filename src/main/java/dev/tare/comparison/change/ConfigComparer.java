package dev.tare.comparison.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.tare.image.Image;

/** Holds two configs, and what their manifests say, against each other, field by field. */
public final class ConfigComparer {

    private ConfigComparer() {}

    public static List<ConfigChange> compare(Image from, Image to) {
        Map<ConfigFields.Key, String> before = ConfigFields.of(from);
        Map<ConfigFields.Key, String> after = ConfigFields.of(to);
        TreeSet<ConfigFields.Key> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<ConfigChange> changes = new ArrayList<>();
        for (ConfigFields.Key key : keys) {
            String one = before.get(key);
            String other = after.get(key);
            if (!Objects.equals(one, other)) {
                Change change = one == null ? Change.ADDED : other == null ? Change.REMOVED : Change.MODIFIED;
                changes.add(new ConfigChange(key.field(), key.name(), change, one, other));
            }
        }
        return changes;
    }
}
