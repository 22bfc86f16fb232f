package dev.tare.web;

import java.util.List;
import java.util.function.ToLongFunction;

import dev.tare.report.ImageReport;
import dev.tare.report.JavaRuntimeReport;
import org.jspecify.annotations.Nullable;

/** What is in images, in a few figures. */
final class ContentRows {

    private final List<ImageReport> images;

    private final Shown shown = new Shown();

    ContentRows(List<ImageReport> images) {
        this.images = images;
    }

    List<Row> rows() {
        return List.of(
                Row.of("Distribution", "from os-release", this.images, this::os),
                count("OS packages", "from the package database", image -> image.packages().total()),
                Row.of("Java runtime", "from its release file", this.images, this::runtimes),
                count("Jars", "jars in jars too", image -> image.jars().total()),
                count("Paths", "files, folders, links and devices", image -> image.files().paths()),
                count("Files", null, image -> image.files().files()),
                count("Executables", "files that somebody may execute", image -> image.files().executables()),
                count("Shared libraries", "by name", image -> image.files().sharedLibraries()));
    }

    private Row count(String title, @Nullable String hint, ToLongFunction<ImageReport> number) {
        return Row.of(title, hint, this.images, image -> Cell.of(this.shown.count(number.applyAsLong(image))));
    }

    private Cell os(ImageReport image) {
        return Cell.of(image.os() == null ? "none found" : this.shown.text(image.os().name()));
    }

    private Cell runtimes(ImageReport image) {
        return image.javaRuntimes().isEmpty() ? Cell.of("none found")
                : Cell.of(image.javaRuntimes().stream().map(this::runtime).toList());
    }

    private String runtime(JavaRuntimeReport runtime) {
        String version = runtime.runtimeVersion() == null ? runtime.version() : runtime.runtimeVersion();
        return this.shown.text(runtime.vendor() == null ? version : runtime.vendor() + " " + version)
                + (runtime.modules().isEmpty() ? "" : ", " + runtime.modules().size() + " modules");
    }
}
