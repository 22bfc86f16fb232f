package dev.tare.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.image.ImageConfig;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Holds two configs against each other, field by field. */
final class ConfigComparer {

    /** The value of what only has a name. */
    private static final String SET = "set";

    private final List<ConfigChange> changes = new ArrayList<>();

    private ConfigComparer() {}

    static List<ConfigChange> compare(ImageConfig from, ImageConfig to) {
        ConfigComparer comparer = new ConfigComparer();
        comparer.field(ConfigField.PLATFORM, from.platform().toString(), to.platform().toString());
        comparer.containers(from.container(), to.container());
        return comparer.changes;
    }

    private void containers(ContainerConfig from, ContainerConfig to) {
        field(ConfigField.USER, nonEmpty(from.user()), nonEmpty(to.user()));
        field(ConfigField.ENTRYPOINT, array(from.entrypoint()), array(to.entrypoint()));
        field(ConfigField.COMMAND, array(from.command()), array(to.command()));
        field(ConfigField.WORKING_DIRECTORY, nonEmpty(from.workingDir()), nonEmpty(to.workingDir()));
        fields(ConfigField.ENVIRONMENT, byName(from.environment()), byName(to.environment()));
        fields(ConfigField.PORT, named(from.exposedPorts()), named(to.exposedPorts()));
        fields(ConfigField.VOLUME, named(from.volumes()), named(to.volumes()));
        fields(ConfigField.LABEL, from.labels(), to.labels());
        field(ConfigField.STOP_SIGNAL, from.stopSignal(), to.stopSignal());
        field(ConfigField.HEALTH_CHECK, test(from.healthCheck()), test(to.healthCheck()));
    }

    private void fields(ConfigField field, Map<String, String> from, Map<String, String> to) {
        TreeSet<String> keys = new TreeSet<>(from.keySet());
        keys.addAll(to.keySet());
        keys.forEach(key -> add(field, key, from.get(key), to.get(key)));
    }

    private void field(ConfigField field, @Nullable String from, @Nullable String to) {
        add(field, null, from, to);
    }

    private void add(ConfigField field, @Nullable String key, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            Change change = from == null ? Change.ADDED : to == null ? Change.REMOVED : Change.MODIFIED;
            this.changes.add(new ConfigChange(field, key, change, from, to));
        }
    }

    private static @Nullable String nonEmpty(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String test(@Nullable HealthCheck check) {
        return check == null ? null : array(check.test());
    }

    private static @Nullable String array(List<String> words) {
        return words.isEmpty() ? null
                : words.stream()
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(joining(", ", "[", "]"));
    }

    /** A variable given twice has its last value, as in a container. */
    private static Map<String, String> byName(List<String> environment) {
        Map<String, String> byName = new TreeMap<>();
        for (String variable : environment) {
            int equals = variable.indexOf('=');
            byName.put(equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
        return byName;
    }

    private static Map<String, String> named(Collection<String> names) {
        Map<String, String> set = new TreeMap<>();
        names.forEach(name -> set.put(name, SET));
        return set;
    }
}
