package dev.tare.comparison.version;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.tare.inspection.Inspection;

/**
 * A package, library or runtime in each image.
 *
 * @param versions one list for each image in order, sorted, without unknown versions; empty if the image does not have
 *                 it
 * @param extents  one for each image: the extents of its Java runtimes, such as {@code 70 modules, JDK}; empty for all else
 * @param contents one for each image: a letter for its content; empty if versions and extents already show the
 *                 differences
 * @param facts    one for each image: other facts, which do not count as differences
 * @param differs  whether any image differs, even if only in content
 */
public record VersionRow(String ecosystem, String name, List<Optional<List<String>>> versions,
        List<List<String>> extents, List<Optional<String>> contents, List<PackageFacts> facts, boolean differs) {

    /** A row without extents and letters. */
    public VersionRow(String ecosystem, String name, List<Optional<List<String>>> versions, boolean differs) {
        this(ecosystem, name, versions, versions.stream().map(version -> List.<String>of()).toList(),
                versions.stream().map(version -> Optional.<String>empty()).toList(),
                versions.stream().map(version -> PackageFacts.NONE).toList(), differs);
    }

    public VersionRow {
        versions = List.copyOf(versions);
        extents = List.copyOf(extents);
        contents = List.copyOf(contents);
        facts = List.copyOf(facts);
    }

    /** Packages of the operating systems and of languages. */
    public static List<VersionRow> ofPackages(List<Inspection> images) {
        return of(images, Versions::ofPackages);
    }

    /** Packages of languages that are copies in other packages, or test data. */
    public static List<VersionRow> ofBundledPackages(List<Inspection> images) {
        return of(images, Versions::ofBundledPackages);
    }

    /** Jars, by library. */
    public static List<VersionRow> ofJars(List<Inspection> images) {
        return of(images, Versions::ofJars);
    }

    /** Libraries unpacked into jars, by library. */
    public static List<VersionRow> ofShadedLibraries(List<Inspection> images) {
        return of(images, Versions::ofShadedLibraries);
    }

    /** Java runtimes, by product. */
    public static List<VersionRow> ofJavaRuntimes(List<Inspection> images) {
        return of(images, Versions::ofJavaRuntimes);
    }

    /** The rows that differ come first. */
    private static List<VersionRow> of(List<Inspection> images, Function<Inspection, Versions> versions) {
        return Versions.rows(images.stream().map(versions).toList())
                .stream()
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }
}
