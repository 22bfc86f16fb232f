package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.image.ConfigField;
import dev.tare.referrer.ReferrerKind;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ConfigReport;
import dev.tare.report.ImageReport;
import dev.tare.report.ReferrersReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Times;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The config of the images, field by field. */
final class ConfigSection {

    private final ComparisonReport report;

    private final ConfigDifferences differences;

    private ConfigSection(ComparisonReport report) {
        this.report = report;
        this.differences = ConfigDifferences.of(report);
    }

    static Section of(ComparisonReport report) {
        ConfigSection config = new ConfigSection(report);
        return Section.of("config", "Config", Stream.of(config.fields(), config.entries())
                .filter(table -> table.total() > 0)
                .toList());
    }

    /** The title of a field, with its key if it has several values. */
    static Cell field(String title, @Nullable String key) {
        String name = Words.capitalised(title);
        return key == null ? Cell.of(name) : Cell.of(name + " ", new Value.Code(key));
    }

    /** The settings, those that differ first. */
    static PageSection page(ComparisonReport report) {
        ConfigSection config = new ConfigSection(report);
        List<SideTable.Side> rows = Stream
                .concat(config.settings().stream().map(config::side), config.keyed().stream().map(config::side))
                .toList();
        return PageSection.of("config", "Configuration", report.images(), rows,
                SideTable.of("Configuration", report.images(), false, rows));
    }

    /** The facts of the config that are no setting. */
    static List<SideTable.Side> identity(ComparisonReport report) {
        ConfigSection config = new ConfigSection(report);
        return config.identity().stream().map(config::side).toList();
    }

    private SideTable.Side side(Field field) {
        return new SideTable.Side(
                Cell.of(field.title).withNote(field.hint == null ? null : Line.of(field.hint)),
                IntStream.range(0, this.report.images().size()).mapToObj(image -> cell(field, image)).toList(),
                this.differences.in(field.field, null)
                        || isMixed(this.report.images().stream().map(field.cell).toList()));
    }

    private SideTable.Side side(Entry entry) {
        return new SideTable.Side(field(entry.field.title(), entry.key),
                IntStream.range(0, entry.values.size())
                        .mapToObj(image -> this.differences.marked(Cell.codes(entry.values.get(image)), image,
                                entry.field, entry.key))
                        .toList(),
                this.differences.in(entry.field, entry.key) || isMixed(entry.values));
    }

    private List<Field> settings() {
        return List.of(
                image("Platform", null, ConfigField.PLATFORM, image -> Cell.code(image.identity().platform())),
                image("User", this.report.images().stream().anyMatch(image -> image.identity().forWindows()) ? null
                        : "empty means root", ConfigField.USER,
                        image -> otherwise(image.config().user(), image, "root")),
                config("Entrypoint", null, ConfigField.ENTRYPOINT, config -> Cell.codes(config.entrypoint())),
                config("Command", null, ConfigField.COMMAND, config -> Cell.codes(config.command())),
                image("Working directory", null, ConfigField.WORKING_DIRECTORY,
                        image -> otherwise(image.config().workingDirectory(), image, "/")),
                config("Ports", null, ConfigField.PORT, config -> Cell.codes(config.exposedPorts())),
                config("Volumes", null, ConfigField.VOLUME, config -> Cell.codes(config.volumes())),
                config("Health check", null, ConfigField.HEALTH_CHECK,
                        config -> config.healthCheck() == null ? Cell.absent() : Cell.codes(config.healthCheck())),
                config("Health check timing", "the engine decides what is not set", null,
                        config -> timing(config.healthCheckTiming())),
                config("Shell", "of the builder", ConfigField.SHELL, config -> Cell.codes(config.shell())),
                config("On build", "steps for images that start from it", ConfigField.ON_BUILD,
                        config -> Cell.codes(config.onBuild())),
                image("Stop signal", null, ConfigField.STOP_SIGNAL,
                        image -> otherwise(image.config().stopSignal(), image, "SIGTERM")),
                image("Author", null, ConfigField.AUTHOR, image -> Cell.code(image.identity().author())));
    }

    private List<Field> identity() {
        return List.of(
                image("Created", null, null, image -> Cell.of(Times.toTheMinute(image.identity().created()))),
                image("Image ID", "digest of the config", null, image -> Cell.code(image.identity().id())),
                image("Manifest", "its digest", null, image -> otherwise(image.identity().manifestDigest(),
                        "none in the archive")),
                image("Signatures", "and attestations, as they are listed; not verified", null,
                        ConfigSection::referrers));
    }

    private Table fields() {
        return Table.of("Config", Stream.concat(settings().stream(), identity().stream()).toList())
                .column("", field -> Cell.of(field.title)
                        .withNote(field.hint == null ? null : Line.of(field.hint)))
                .images(Table.Shape.MATRIX, this.report.images(), false, this::cell)
                .differs(field -> this.differences.in(field.field, null)
                        || isMixed(this.report.images().stream().map(field.cell).toList()))
                .build();
    }

    private static Cell referrers(ImageReport image) {
        ReferrersReport referrers = image.referrers();
        List<Line> counts = Stream.of(ReferrerKind.values())
                .filter(kind -> referrers.count(kind) > 0)
                .map(kind -> Line.count(referrers.count(kind), kind.noun(1), kind.noun(2)))
                .toList();
        return !counts.isEmpty() ? Cell.of(counts)
                : Cell.of(referrers.incompleteBecause() == null ? "none listed" : "unknown");
    }

    private Cell cell(Field field, int image) {
        return this.differences.marked(field.cell.apply(this.report.images().get(image)), image, field.field, null);
    }

    /** Fields with keys: a row for each key in any of the images. */
    private List<Entry> keyed() {
        Map<ConfigField, Map<String, List<List<String>>>> fields = new TreeMap<>();
        for (ImageReport image : this.report.images()) {
            image.config().environment().forEach(variable -> add(fields, image, ConfigField.ENVIRONMENT, variable));
            image.config().labels().forEach((key, value) -> add(fields, image, ConfigField.LABEL, key, value));
            image.identity()
                    .annotations()
                    .forEach((key, value) -> add(fields, image, ConfigField.ANNOTATION, key, value));
        }
        return fields.entrySet()
                .stream()
                .flatMap(field -> field.getValue()
                        .entrySet()
                        .stream()
                        .map(entry -> new Entry(field.getKey(), entry.getKey(), entry.getValue())))
                .toList();
    }

    private Table entries() {
        return Table.of("Environment, labels and annotations", keyed())
                .column("", row -> field(row.field.title(), row.key))
                .images(this.report.images().size() == 1 ? Table.Shape.MATRIX : Table.Shape.COMPARISON,
                        this.report.images(), false,
                        (row, image) -> this.differences.marked(Cell.codes(row.values.get(image)), image, row.field,
                                row.key))
                .differs(row -> this.differences.in(row.field, row.key) || isMixed(row.values))
                .whole()
                .build();
    }

    private void add(Map<ConfigField, Map<String, List<List<String>>>> fields, ImageReport image, ConfigField field,
            String variable) {
        int equals = variable.indexOf('=');
        add(fields, image, field, equals < 0 ? variable : variable.substring(0, equals),
                equals < 0 ? "" : variable.substring(equals + 1));
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

    private static boolean isMixed(List<?> values) {
        return values.stream().distinct().count() > 1;
    }

    private static Field image(String title, @Nullable String hint, @Nullable ConfigField field,
            Function<ImageReport, Cell> cell) {
        return new Field(title, hint, field, cell);
    }

    private static Field config(String title, @Nullable String hint, @Nullable ConfigField field,
            Function<ConfigReport, Cell> cell) {
        return new Field(title, hint, field, image -> cell.apply(image.config()));
    }

    /** The value, or the default of Linux. Windows has other defaults. */
    private static Cell otherwise(@Nullable String value, ImageReport image, String ofLinux) {
        return otherwise(value, image.identity().forWindows() ? "not set" : "not set: " + ofLinux);
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

    /**
     * A row of the table of fields.
     *
     * @param field {@code null} if no secret can be in it
     */
    private record Field(String title, @Nullable String hint, @Nullable ConfigField field,
            Function<ImageReport, Cell> cell) {}

    /**
     * A row of the table of entries.
     *
     * @param values of the key in each image; empty if the image does not have it
     */
    private record Entry(ConfigField field, String key, List<List<String>> values) {}
}
