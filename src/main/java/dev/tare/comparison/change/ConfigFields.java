package dev.tare.comparison.change;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tare.image.ConfigField;
import dev.tare.image.ContainerConfig;
import dev.tare.image.HealthCheck;
import dev.tare.image.HiddenTexts;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** A config and the annotations of its manifest as text: every field that is set. */
final class ConfigFields {

    /** The value of a field that only has a name. */
    private static final String SET = "set";

    private final SortedMap<Key, Value> values = new TreeMap<>();

    private final HiddenTexts hidden;

    private ConfigFields(HiddenTexts hidden) {
        this.hidden = hidden;
    }

    static SortedMap<Key, Value> of(Image image) {
        ConfigFields fields = new ConfigFields(image.hidden());
        fields.add(image.config());
        fields.add(image.config().container());
        fields.pairs(ConfigField.ANNOTATION, image.annotations());
        return fields.values;
    }

    private void add(ImageConfig config) {
        put(ConfigField.PLATFORM, config.platform().toString());
        put(ConfigField.AUTHOR, config.author());
        put(ConfigField.CREATED, config.created() == null ? null : config.created().toString());
    }

    private void add(ContainerConfig container) {
        put(ConfigField.USER, nonEmpty(container.user()));
        put(ConfigField.ENTRYPOINT, array(container.entrypoint()));
        put(ConfigField.COMMAND, array(container.command()));
        put(ConfigField.WORKING_DIRECTORY, nonEmpty(container.workingDir()));
        environment(container.environment());
        named(ConfigField.PORT, container.exposedPorts());
        named(ConfigField.VOLUME, container.volumes());
        pairs(ConfigField.LABEL, container.labels());
        put(ConfigField.STOP_SIGNAL, container.stopSignal());
        put(ConfigField.SHELL, array(container.shell()));
        put(ConfigField.ON_BUILD, array(container.onBuild()));
        if (container.healthCheck() != null) {
            add(container.healthCheck());
        }
    }

    private void add(HealthCheck check) {
        put(ConfigField.HEALTH_CHECK, array(check.test()));
        put(ConfigField.HEALTH_CHECK_INTERVAL, HealthCheck.seconds(check.interval()));
        put(ConfigField.HEALTH_CHECK_TIMEOUT, HealthCheck.seconds(check.timeout()));
        put(ConfigField.HEALTH_CHECK_START_PERIOD, HealthCheck.seconds(check.startPeriod()));
        put(ConfigField.HEALTH_CHECK_START_INTERVAL, HealthCheck.seconds(check.startInterval()));
        put(ConfigField.HEALTH_CHECK_RETRIES, check.retries() == 0 ? null : Long.toString(check.retries()));
    }

    private void put(ConfigField field, @Nullable String value) {
        if (value != null) {
            put(field, null, value);
        }
    }

    private void put(ConfigField field, @Nullable String name, String value) {
        this.values.put(new Key(field, name), new Value(value, this.hidden.digest(field, name)));
    }

    /** The last value of a repeated variable counts, as in a container. */
    private void environment(List<String> environment) {
        for (String variable : environment) {
            int equals = variable.indexOf('=');
            put(ConfigField.ENVIRONMENT, equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
    }

    private void named(ConfigField field, Collection<String> names) {
        names.forEach(name -> put(field, name, SET));
    }

    private void pairs(ConfigField field, Map<String, String> pairs) {
        pairs.forEach((key, value) -> put(field, key, value));
    }

    private static @Nullable String nonEmpty(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String array(List<String> words) {
        return words.isEmpty() ? null
                : words.stream()
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(joining(", ", "[", "]"));
    }

    /**
     * The value of a field.
     *
     * @param text   masked
     * @param hidden digest of the original text, so that values with different secrets are not equal; {@code null} if
     *               nothing is masked
     */
    record Value(String text, @Nullable String hidden) {}

    /** A field, with a name for fields that an image can have several times. */
    record Key(ConfigField field, @Nullable String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::field)
                    .thenComparing(Key::name, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .compare(this, other);
        }
    }
}
