package dev.tare.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.comparison.change.ConfigChange;
import dev.tare.comparison.change.ConfigComparer;
import dev.tare.comparison.change.SurfaceChange;
import dev.tare.comparison.change.SurfaceComparer;
import dev.tare.comparison.file.FileComparer;
import dev.tare.comparison.file.FileDifference;
import dev.tare.comparison.file.Moves;
import dev.tare.comparison.version.JarSameness;
import dev.tare.comparison.version.Jars;
import dev.tare.comparison.version.JavaRuntimes;
import dev.tare.comparison.version.PackageNames;
import dev.tare.comparison.version.Renames;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.comparison.version.Versions;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;

/**
 * What is different in one image when seen from another.
 *
 * @param commonLeadingLayers how many of the lowest layers are the same in both, whatever the base's boundary says
 * @param jars                by library, whatever their paths
 * @param shadedLibraries     those that were unpacked into jars, by library, whatever their jars
 * @param javaRuntimes        by vendor, whatever their paths
 * @param config              by field, then key
 * @param surface             by kind, then path
 */
public record Difference(Inspection from, Inspection to, int commonLeadingLayers, FileDifference files,
        VersionDifference packages, VersionDifference jars, VersionDifference shadedLibraries,
        VersionDifference javaRuntimes,
        List<ConfigChange> config, List<SurfaceChange> surface) {

    public Difference {
        config = List.copyOf(config);
        surface = List.copyOf(surface);
    }

    public static Difference between(Inspection from, Inspection to) {
        return new Difference(from, to, commonLeadingLayers(from.weight().layers(), to.weight().layers()),
                Moves.find(FileComparer.compare(from.files(), to.files())), packages(from, to),
                new Jars(from, to).refine(Versions.ofJars(from).compare(Versions.ofJars(to))),
                Versions.ofShadedLibraries(from).compare(Versions.ofShadedLibraries(to)),
                new JavaRuntimes(from, to).refine(Versions.ofJavaRuntimes(from).compare(Versions.ofJavaRuntimes(to))),
                ConfigComparer.compare(from.image(), to.image()),
                SurfaceComparer.compare(from.surface(), to.surface()));
    }

    /** What the jars at a path have in common, for each path at which both images have different ones. */
    public Map<String, JarSameness> jarsByPath() {
        return Jars.byPath(this.from, this.to);
    }

    private static VersionDifference packages(Inspection from, Inspection to) {
        PackageNames names = new PackageNames(from, to);
        return Renames.find(Versions.ofPackages(from).compare(Versions.ofPackages(to)), names);
    }

    private static int commonLeadingLayers(List<InspectedLayer> from, List<InspectedLayer> to) {
        int most = Math.min(from.size(), to.size());
        return IntStream.range(0, most)
                .filter(i -> !from.get(i).layer().diffId().equals(to.get(i).layer().diffId()))
                .findFirst()
                .orElse(most);
    }
}
