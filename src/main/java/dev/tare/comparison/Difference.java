package dev.tare.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.comparison.change.ConfigChange;
import dev.tare.comparison.change.SurfaceChange;
import dev.tare.comparison.file.FileDifference;
import dev.tare.comparison.version.JarSimilarity;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;

/**
 * The changes from one image to another.
 *
 * @param commonLeadingLayers the number of the lowest layers that both images share, independent of the base boundary
 * @param bundledPackages     copies of packages of languages in other packages, and test data
 * @param jars                by library, independent of their paths
 * @param shadedLibraries     unpacked into jars, by library, independent of their jars
 * @param javaRuntimes        by product, independent of their paths
 * @param config              by field, then key
 * @param surface             by kind, then path
 */
public record Difference(Inspection from, Inspection to, int commonLeadingLayers, FileDifference files,
        VersionDifference packages, VersionDifference bundledPackages, VersionDifference jars,
        VersionDifference shadedLibraries, VersionDifference javaRuntimes,
        List<ConfigChange> config, List<SurfaceChange> surface) {

    public Difference {
        config = List.copyOf(config);
        surface = List.copyOf(surface);
    }

    public static Difference between(Inspection from, Inspection to) {
        return new Difference(from, to, commonLeadingLayers(from.weight().layers(), to.weight().layers()),
                FileDifference.between(from.files(), to.files()), VersionDifference.ofPackages(from, to),
                VersionDifference.ofBundledPackages(from, to),
                VersionDifference.ofJars(from, to), VersionDifference.ofShadedLibraries(from, to),
                VersionDifference.ofJavaRuntimes(from, to), ConfigChange.between(from.image(), to.image()),
                SurfaceChange.between(from.surface(), to.surface()));
    }

    /** The equal parts of two jars, for each path at which both images have different jars. */
    public Map<String, JarSimilarity> jarsByPath() {
        return JarSimilarity.byPath(this.from, this.to);
    }

    private static int commonLeadingLayers(List<InspectedLayer> from, List<InspectedLayer> to) {
        int most = Math.min(from.size(), to.size());
        return IntStream.range(0, most)
                .filter(i -> !from.get(i).layer().diffId().equals(to.get(i).layer().diffId()))
                .findFirst()
                .orElse(most);
    }
}
