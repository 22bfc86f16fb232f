package dev.tare.policy.check;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.ecosystem.java.Jar;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.Origin;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

/** In which layers above the base an application's jars and classes lie. */
record JavaLayers(int jarCount, long jarBytes, NavigableSet<Integer> jarLayers, long classCount,
        NavigableSet<Integer> classLayers) {

    private static final String NESTED = "!/";

    private static final List<String> LIBRARY_FOLDERS = List.of("BOOT-INF/lib/", "WEB-INF/lib/");

    static JavaLayers of(Inspection inspection) {
        RuntimeFolders runtimes = new RuntimeFolders(inspection);
        List<Jar> jars = jars(inspection, runtimes).filter(jar -> !jar.path().contains(NESTED)).toList();
        List<FileEntry> classes = inspection.files()
                .entries()
                .stream()
                .filter(entry -> entry.isFile() && entry.path().endsWith(".class"))
                .filter(entry -> isOwn(inspection, runtimes, entry.path(), entry.layer()))
                .toList();
        return new JavaLayers(jars.size(), jars.stream().mapToLong(Jar::size).sum(),
                jars.stream().map(Jar::layer).collect(toCollection(TreeSet::new)), classes.size(),
                classes.stream().map(FileEntry::layer).collect(toCollection(TreeSet::new)));
    }

    /** The jars that other jars are packed into. */
    static List<String> fatJars(Inspection inspection) {
        return jars(inspection, new RuntimeFolders(inspection)).map(Jar::path)
                .filter(JavaLayers::isPackedLibrary)
                .map(path -> path.substring(0, path.indexOf(NESTED)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The jars of which it is not known what is packed into them. */
    static List<Unread> unreadJars(Inspection inspection) {
        RuntimeFolders runtimes = new RuntimeFolders(inspection);
        return inspection.software()
                .unread()
                .stream()
                .filter(unread -> unread.subject() == Unread.Subject.JAR)
                .filter(unread -> isOwn(inspection, runtimes, unread.path(), unread.layer()))
                .toList();
    }

    /** Such a jar that the container is told to start, or may be if its words are hidden, or {@code null}. */
    static @Nullable Unread startedUnread(Inspection inspection) {
        StartedProgram program = StartedProgram.of(inspection.image().config().container());
        return unreadJars(inspection).stream()
                .filter(jar -> program.hidesArguments() || program.names(jar.path()))
                .findFirst()
                .orElse(null);
    }

    static long bytesOf(Inspection inspection, List<String> paths) {
        return Paths.bytesAt(inspection.files(), paths.stream().collect(toSet()));
    }

    /** The facts in words. */
    String described() {
        String jars = Words.count(this.jarCount, "jar", "jars") + " with " + Words.bytes(this.jarBytes) + " in "
                + described(this.jarLayers);
        return this.classLayers.isEmpty() ? jars
                : jars + ", and " + Words.count(this.classCount, "class file", "class files") + " in "
                        + described(this.classLayers);
    }

    private static String described(NavigableSet<Integer> layers) {
        return (layers.size() == 1 ? "layer " : "layers ")
                + layers.stream().map(Object::toString).collect(joining(", "));
    }

    private static Stream<Jar> jars(Inspection inspection, RuntimeFolders runtimes) {
        return inspection.software()
                .jars()
                .stream()
                .filter(jar -> isOwn(inspection, runtimes, jar.path(), jar.layer()));
    }

    /** Other jars in jars, such as those that a library brings along, are not what a build packed together. */
    private static boolean isPackedLibrary(String path) {
        int inner = path.indexOf(NESTED) + NESTED.length();
        return inner >= NESTED.length()
                && LIBRARY_FOLDERS.stream().anyMatch(folder -> path.startsWith(folder, inner));
    }

    /** What lies in a Java runtime's folder is the runtime's, whoever's layer it is in. */
    private static boolean isOwn(Inspection inspection, RuntimeFolders runtimes, String path, int layer) {
        return inspection.base().originOf(layer) != Origin.BASE && !runtimes.contain(path);
    }
}
