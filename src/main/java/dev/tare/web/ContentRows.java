package dev.tare.web;

import java.util.List;
import java.util.function.ToLongFunction;

import dev.tare.content.Unread;
import dev.tare.report.ImageReport;
import dev.tare.report.JavaRuntimeReport;
import dev.tare.report.Listing;
import dev.tare.report.UnownedReport;
import dev.tare.report.UnreadReport;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** What is in images, in a few figures. */
final class ContentRows {

    private static final int REASONS = 3;

    private final List<ImageReport> images;

    private final Shown shown = new Shown();

    ContentRows(List<ImageReport> images) {
        this.images = images;
    }

    List<Row> rows() {
        return List.of(
                Row.of("Distribution", "from os-release", this.images, this::os),
                Row.of("OS packages", "from the package database", this.images,
                        image -> read(image, Unread.Subject.OS_PACKAGES, image.packages())),
                Row.of("Language packages", "of npm and Python", this.images,
                        image -> read(image, Unread.Subject.LANGUAGE_PACKAGE, image.languagePackages())),
                Row.of("Files of no OS package", "by the package databases' lists of files", this.images,
                        this::unowned),
                Row.of("Java runtime", "from its release file", this.images, this::runtimes),
                Row.of("Jars", "jars in jars too", this.images,
                        image -> read(image, Unread.Subject.JAR, image.jars())),
                count("Libraries unpacked into jars", "shaded, by their pom.properties",
                        image -> image.shadedLibraries().total()),
                count("Paths", "files, folders, links and devices", image -> image.files().paths()),
                count("Files", null, image -> image.files().files()),
                count("Executables", "files that somebody may execute", image -> image.files().executables()),
                count("Shared libraries", "by name", image -> image.files().sharedLibraries()));
    }

    private Row count(String title, @Nullable String hint, ToLongFunction<ImageReport> number) {
        return Row.of(title, hint, this.images, image -> Cell.of(this.shown.count(number.applyAsLong(image))));
    }

    private Cell read(ImageReport image, Unread.Subject subject, Listing<?> known) {
        String count = this.shown.count(known.total());
        if (!image.leavesUnread(subject)) {
            return Cell.of(count);
        }
        return new Cell(List.of(known.empty() ? "not read" : count), reasons(image, subject), null);
    }

    private String reasons(ImageReport image, Unread.Subject subject) {
        List<UnreadReport> unread =
                image.unread().items().stream().filter(one -> one.subject() == subject).toList();
        String first = unread.stream()
                .limit(REASONS)
                .map(one -> "/" + this.shown.text(one.path()) + ": " + this.shown.text(one.because()))
                .collect(joining(" "));
        int more = unread.size() - REASONS;
        return more > 0 ? first + " And " + this.shown.count(more) + " more are not read." : first;
    }

    private Cell unowned(ImageReport image) {
        UnownedReport unowned = image.unowned();
        Long files = unowned.files();
        return files == null ? new Cell(List.of("unknown"), unowned.unknownBecause(), null)
                : new Cell(List.of(this.shown.count(files)),
                        this.shown.size(unowned.visibleBytes()) + mostIn(unowned),
                        this.shown.bytes(unowned.visibleBytes()));
    }

    private String mostIn(UnownedReport unowned) {
        return unowned.folders().empty() ? ""
                : ", most in /" + this.shown.text(unowned.folders().items().getFirst().path());
    }

    private Cell os(ImageReport image) {
        return Cell.of(image.os() == null ? "none found" : this.shown.text(image.os().name()));
    }

    private Cell runtimes(ImageReport image) {
        if (image.javaRuntimes().isEmpty()) {
            return Cell.of("none found");
        }
        return new Cell(image.javaRuntimes().stream().map(this::runtime).toList(),
                image.javaRuntimes().stream().limit(REASONS).map(this::kind).collect(joining(". ")), null);
    }

    private String kind(JavaRuntimeReport runtime) {
        return "/" + this.shown.text(runtime.path()) + " is a " + runtime.kind().title() + ": "
                + runtime.kindBecause();
    }

    private String runtime(JavaRuntimeReport runtime) {
        String version = runtime.runtimeVersion() == null ? runtime.version() : runtime.runtimeVersion();
        return this.shown.text(runtime.vendor() == null ? version : runtime.vendor() + " " + version)
                + (runtime.modules().isEmpty() ? "" : ", " + runtime.modules().size() + " modules");
    }
}
