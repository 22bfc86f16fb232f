package dev.tare.policy;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

import dev.tare.inspection.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Jar;
import dev.tare.inspection.Origin;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

/** In which layers above the base an application's jars and classes lie. */
record JavaLayers(int jarCount, long jarBytes, NavigableSet<Integer> jarLayers, long classCount,
        NavigableSet<Integer> classLayers) {

    private static final String NESTED = "!/";

    static JavaLayers of(Inspection inspection) {
        List<Jar> jars = jars(inspection).filter(jar -> !jar.path().contains(NESTED)).toList();
        List<FileEntry> classes = inspection.files()
                .entries()
                .stream()
                .filter(entry -> entry.isFile() && entry.path().endsWith(".class"))
                .filter(entry -> aboveBase(inspection).test(entry.layer()))
                .toList();
        return new JavaLayers(jars.size(), jars.stream().mapToLong(Jar::size).sum(),
                jars.stream().map(Jar::layer).collect(toCollection(TreeSet::new)), classes.size(),
                classes.stream().map(FileEntry::layer).collect(toCollection(TreeSet::new)));
    }

    /** The jars that other jars are packed into. */
    static List<String> fatJars(Inspection inspection) {
        return jars(inspection).map(Jar::path)
                .filter(path -> path.contains(NESTED))
                .map(path -> path.substring(0, path.indexOf(NESTED)))
                .distinct()
                .sorted()
                .toList();
    }

    static long bytesOf(Inspection inspection, List<String> paths) {
        return Paths.bytesAt(inspection.files(), paths.stream().collect(toSet()));
    }

    /** The facts in words. */
    String told() {
        String jars = this.jarCount + " jars with " + Told.bytes(this.jarBytes) + " in " + told(this.jarLayers);
        return this.classLayers.isEmpty() ? jars
                : jars + ", and " + this.classCount + " class files in " + told(this.classLayers);
    }

    private static String told(NavigableSet<Integer> layers) {
        return (layers.size() == 1 ? "layer " : "layers ")
                + layers.stream().map(Object::toString).collect(joining(", "));
    }

    private static Stream<Jar> jars(Inspection inspection) {
        return inspection.jars().stream().filter(jar -> aboveBase(inspection).test(jar.layer()));
    }

    private static IntPredicate aboveBase(Inspection inspection) {
        return layer -> inspection.base().originOf(layer) != Origin.BASE;
    }
}
