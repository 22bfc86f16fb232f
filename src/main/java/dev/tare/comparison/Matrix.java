package dev.tare.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

import dev.tare.comparison.change.ConfigFields;
import dev.tare.comparison.change.ConfigRow;
import dev.tare.comparison.version.VersionRow;
import dev.tare.comparison.version.Versions;
import dev.tare.inspection.Inspection;

/**
 * Any number of images side by side: a row for each thing, a column for each image. Rows in which images differ come
 * first.
 *
 * @param packages     by ecosystem and name
 * @param jars         by library
 * @param shadedLibraries those that were unpacked into jars, by library; they are no jars
 * @param javaRuntimes by vendor
 * @param config       by field and key
 */
public record Matrix(List<VersionRow> packages, List<VersionRow> jars, List<VersionRow> shadedLibraries,
        List<VersionRow> javaRuntimes, List<ConfigRow> config) {

    public Matrix {
        packages = List.copyOf(packages);
        jars = List.copyOf(jars);
        shadedLibraries = List.copyOf(shadedLibraries);
        javaRuntimes = List.copyOf(javaRuntimes);
        config = List.copyOf(config);
    }

    public static Matrix of(List<Inspection> images) {
        return new Matrix(versions(images, Versions::ofPackages), versions(images, Versions::ofJars),
                versions(images, Versions::ofShadedLibraries), versions(images, Versions::ofJavaRuntimes),
                config(images));
    }

    private static List<VersionRow> versions(List<Inspection> images, Function<Inspection, Versions> of) {
        return Versions.rows(images.stream().map(of).toList())
                .stream()
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }

    private static List<ConfigRow> config(List<Inspection> images) {
        List<SortedMap<ConfigFields.Key, String>> fields = images.stream()
                .map(image -> ConfigFields.of(image.image()))
                .toList();
        TreeSet<ConfigFields.Key> keys = new TreeSet<>();
        fields.forEach(values -> keys.addAll(values.keySet()));
        return keys.stream()
                .map(key -> new ConfigRow(key.field(), key.name(),
                        fields.stream().map(values -> Optional.ofNullable(values.get(key))).toList()))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }
}
