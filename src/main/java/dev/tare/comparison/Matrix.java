package dev.tare.comparison;

import java.util.List;

import dev.tare.comparison.change.ConfigRow;
import dev.tare.comparison.version.VersionRow;
import dev.tare.inspection.Inspection;

/**
 * Any number of images side by side, with a row for each fact and a column for each image. Rows in which images differ
 * come first.
 *
 * @param packages     by ecosystem and name
 * @param bundledPackages copies of packages of languages in other packages, and test data
 * @param jars         by library
 * @param shadedLibraries libraries unpacked into jars, by library; they do not count as jars
 * @param javaRuntimes by product
 * @param config       by field and key
 */
public record Matrix(List<VersionRow> packages, List<VersionRow> bundledPackages, List<VersionRow> jars,
        List<VersionRow> shadedLibraries,
        List<VersionRow> javaRuntimes, List<ConfigRow> config) {

    public Matrix {
        packages = List.copyOf(packages);
        bundledPackages = List.copyOf(bundledPackages);
        jars = List.copyOf(jars);
        shadedLibraries = List.copyOf(shadedLibraries);
        javaRuntimes = List.copyOf(javaRuntimes);
        config = List.copyOf(config);
    }

    public static Matrix of(List<Inspection> images) {
        return new Matrix(VersionRow.ofPackages(images), VersionRow.ofBundledPackages(images),
                VersionRow.ofJars(images),
                VersionRow.ofShadedLibraries(images), VersionRow.ofJavaRuntimes(images),
                ConfigRow.of(images.stream().map(Inspection::image).toList()));
    }
}
