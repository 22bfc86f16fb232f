package dev.tare.report.section;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.Unread.Subject;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.MatrixReport;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;

/** More than two images side by side. For two images, their difference already shows everything. */
final class SideBySideSection {

    private SideBySideSection() {}

    static Section of(ComparisonReport report) {
        List<ImageReport> images = report.images();
        if (images.size() < 3) {
            return Section.of("side-by-side", "Side by side", List.of());
        }
        MatrixReport matrix = report.matrix();
        Stream<Table> versions = Stream.of(
                VersionTables.sideBySide("Packages", matrix.packages(), images, Subject.OS_PACKAGES,
                        Subject.LANGUAGE_PACKAGE),
                VersionTables.sideBySide("Bundled packages", matrix.bundledPackages(), images,
                        Subject.LANGUAGE_PACKAGE),
                VersionTables.sideBySide("Java libraries", matrix.jars(), images, Subject.JAR),
                VersionTables.sideBySide("Libraries unpacked into jars", matrix.shadedLibraries(), images, Subject.JAR),
                VersionTables.sideBySide("Java runtimes", matrix.javaRuntimes(), images, Subject.JAVA_RUNTIME));
        return Section.of("side-by-side", "Side by side",
                Stream.concat(versions, FileTables.sideBySide(matrix.files(), images).stream())
                        .filter(table -> table.total() > 0)
                        .toList());
    }
}
