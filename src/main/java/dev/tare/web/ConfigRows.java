package dev.tare.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.report.ConfigReport;
import dev.tare.report.HealthCheckTimingReport;
import dev.tare.report.ImageReport;
import dev.tare.report.VisibleText;
import org.jspecify.annotations.Nullable;

/** How images are run, field by field. */
final class ConfigRows {

    private final List<ImageReport> images;

    private final Shown shown = new Shown();

    ConfigRows(List<ImageReport> images) {
        this.images = images;
    }

    List<Row> rows() {
        return List.of(
                one("Platform", null, ImageReport::platform),
                config("User", "empty means root", config -> one(config.user(), "not set: root")),
                config("Entrypoint", null, config -> arguments(config.entrypoint())),
                config("Command", null, config -> arguments(config.command())),
                config("Working directory", null, config -> one(config.workingDirectory(), "not set: /")),
                config("Environment", null, config -> many(config.environment())),
                config("Ports", null, config -> many(config.exposedPorts())),
                config("Volumes", null, config -> many(config.volumes())),
                config("Labels", null, config -> many(pairs(config.labels()))),
                config("Health check", null, config -> many(config.healthCheck())),
                config("Health check timing", "what is not set is up to the engine",
                        config -> timing(config.healthCheckTiming())),
                config("Shell", "of the builder", config -> arguments(config.shell())),
                config("On build", "steps for images that start from it", config -> many(config.onBuild())),
                config("Stop signal", null, config -> one(config.stopSignal(), "not set: SIGTERM")),
                Row.of("Annotations", "of the manifest", this.images, image -> many(pairs(image.annotations()))),
                Row.of("Created", null, this.images, image -> Cell.of(this.shown.time(image.created()))),
                one("Image ID", "digest of the config", ImageReport::id),
                Row.of("Manifest", "its digest", this.images,
                        image -> one(image.manifestDigest(), "none in the archive")));
    }

    private Row one(String title, @Nullable String hint, Function<ImageReport, String> value) {
        return Row.of(title, hint, this.images, image -> one(value.apply(image), "—"));
    }

    private Row config(String title, @Nullable String hint, Function<ConfigReport, Cell> cell) {
        return Row.of(title, hint, this.images, image -> cell.apply(image.config()));
    }

    private static Cell one(@Nullable String value, String otherwise) {
        return Cell.of(value == null || value.isEmpty() ? otherwise : VisibleText.of(value));
    }

    private static Cell many(@Nullable List<String> values) {
        return Cell.of(values == null ? List.of() : values.stream().map(VisibleText::of).toList());
    }

    /** Each argument on a line of its own, so that nobody has to guess where one ends. */
    private static Cell arguments(List<String> arguments) {
        return many(arguments);
    }

    private static Cell timing(@Nullable HealthCheckTimingReport timing) {
        return timing == null ? Cell.of("—")
                : many(Stream
                        .of(named("interval", timing.interval()), named("timeout", timing.timeout()),
                                named("start period", timing.startPeriod()),
                                named("start interval", timing.startInterval()), named("retries", timing.retries()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<String> named(String name, @Nullable Object value) {
        return Optional.ofNullable(value).map(set -> name + " " + set);
    }

    private static List<String> pairs(Map<String, String> values) {
        return values.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
