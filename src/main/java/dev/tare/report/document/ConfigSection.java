package dev.tare.report.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.image.ConfigField;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ConfigReport;
import dev.tare.report.ImageReport;
import dev.tare.report.MatrixReport;
import org.jspecify.annotations.Nullable;

/** The config of the images, field by field. */
final class ConfigSection {

    private final ComparisonReport report;

    private ConfigSection(ComparisonReport report) {
        this.report = report;
    }

    static Section of(ComparisonReport report) {
        ConfigSection config = new ConfigSection(report);
        return Section.of("config", "Config", Stream.of(config.fields(), config.entries())
                .filter(table -> table.total() > 0)
                .toList());
    }

    /** The title of a field, with its key if it has several values. */
    static Cell field(String title, @Nullable String key) {
        String name = Figures.capitalised(title);
        return key == null ? Cell.of(name) : Cell.of(name + " ", new Value.Code(key));
    }

    private Table fields() {
        List<Field> fields = List.of(
                image("Platform", null, image -> Cell.code(image.identity().platform())),
                config("User", "empty means root", config -> otherwise(config.user(), "not set: root")),
                config("Entrypoint", null, config -> Cell.codes(config.entrypoint())),
                config("Command", null, config -> Cell.codes(config.command())),
                config("Working directory", null, config -> otherwise(config.workingDirectory(), "not set: /")),
                config("Ports", null, config -> Cell.codes(config.exposedPorts())),
                config("Volumes", null, config -> Cell.codes(config.volumes())),
                config("Health check", null, config -> config.healthCheck() == null ? Cell.absent()
                        : Cell.codes(config.healthCheck())),
                config("Health check timing", "the engine decides what is not set",
                        config -> timing(config.healthCheckTiming())),
                config("Shell", "of the builder", config -> Cell.codes(config.shell())),
                config("On build", "steps for images that start from it", config -> Cell.codes(config.onBuild())),
                config("Stop signal", null, config -> otherwise(config.stopSignal(), "not set: SIGTERM")),
                image("Created", null, image -> Cell.of(Figures.time(image.identity().created()))),
                image("Image ID", "digest of the config", image -> Cell.code(image.identity().id())),
                image("Manifest", "its digest", image -> otherwise(image.identity().manifestDigest(),
                        "none in the archive")));
        return Table.of("Config", fields)
                .column("", field -> Cell.of(field.title)
                        .withNote(field.hint == null ? null : Line.of(field.hint)))
                .images(Table.Shape.MATRIX, this.report.images(), false,
                        (field, image) -> field.cell.apply(this.report.images().get(image)))
                .differs(field -> isMixed(this.report.images().stream().map(field.cell).toList()))
                .build();
    }

    /** Fields with keys: a row for each key in any of the images. */
    private Table entries() {
        Map<ConfigField, Map<String, List<List<String>>>> fields = new TreeMap<>();
        for (ImageReport image : this.report.images()) {
            image.config().environment().forEach(variable -> add(fields, image, ConfigField.ENVIRONMENT, variable));
            image.config().labels().forEach((key, value) -> add(fields, image, ConfigField.LABEL, key, value));
            image.identity()
                    .annotations()
                    .forEach((key, value) -> add(fields, image, ConfigField.ANNOTATION, key, value));
        }
        List<Entry> rows = fields.entrySet()
                .stream()
                .flatMap(field -> field.getValue()
                        .entrySet()
                        .stream()
                        .map(entry -> new Entry(field.getKey(), entry.getKey(), entry.getValue())))
                .toList();
        Set<Map.Entry<ConfigField, String>> hidden = differing();
        return Table.of("Environment, labels and annotations", rows)
                .column("", row -> field(row.field.title(), row.key))
                .images(this.report.images().size() == 1 ? Table.Shape.MATRIX : Table.Shape.COMPARISON,
                        this.report.images(), false, (row, image) -> Cell.codes(row.values.get(image)))
                .differs(row -> isMixed(row.values) || hidden.contains(Map.entry(row.field, row.key)))
                .build();
    }

    private void add(Map<ConfigField, Map<String, List<List<String>>>> fields, ImageReport image, ConfigField field,
            String variable) {
        int equals = variable.indexOf('=');
        add(fields, image, field, equals < 0 ? variable : variable.substring(0, equals),
                variable.substring(equals + 1));
    }

    private void add(Map<ConfigField, Map<String, List<List<String>>>> fields, ImageReport image, ConfigField field,
            String key, String value) {
        fields.computeIfAbsent(field, _ -> new TreeMap<>())
                .computeIfAbsent(key, _ -> Stream.generate(() -> (List<String>) new ArrayList<String>())
                        .limit(this.report.images().size())
                        .toList())
                .get(image.index())
                .add(value.isEmpty() ? "\"\"" : value);
    }

    /** Hidden values look the same and may differ. */
    private Set<Map.Entry<ConfigField, String>> differing() {
        Set<Map.Entry<ConfigField, String>> differing = new HashSet<>();
        for (MatrixReport.ConfigRow row : this.report.matrix().config().items()) {
            if (row.differs() && row.key() != null) {
                differing.add(Map.entry(row.field(), row.key()));
            }
        }
        return differing;
    }

    private static boolean isMixed(List<?> values) {
        return values.stream().distinct().count() > 1;
    }

    private static Field image(String title, @Nullable String hint, Function<ImageReport, Cell> cell) {
        return new Field(title, hint, cell);
    }

    private static Field config(String title, @Nullable String hint, Function<ConfigReport, Cell> cell) {
        return new Field(title, hint, image -> cell.apply(image.config()));
    }

    private static Cell otherwise(@Nullable String value, String unset) {
        return value == null || value.isEmpty() ? Cell.of(unset) : Cell.code(value);
    }

    private static Cell timing(ConfigReport.@Nullable HealthCheckTiming timing) {
        return timing == null ? Cell.absent()
                : Cell.of(Stream
                        .of(named("interval", timing.interval()), named("timeout", timing.timeout()),
                                named("start period", timing.startPeriod()),
                                named("start interval", timing.startInterval()), named("retries", timing.retries()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Line> named(String name, @Nullable Object value) {
        return Optional.ofNullable(value).map(set -> Line.of(name + " ", new Value.Code(set.toString())));
    }

    /** A row of the table of fields. */
    private record Field(String title, @Nullable String hint, Function<ImageReport, Cell> cell) {}

    /**
     * A row of the table of entries.
     *
     * @param values of the key in each image; empty if the image does not have it
     */
    private record Entry(ConfigField field, String key, List<List<String>> values) {}
}
