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
import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

/** The layers above the base image that contain jars and classes of the application. */
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
                .filter(entry -> inspection.isInContainers(entry.path()))
                .filter(entry -> isOwn(inspection, runtimes, entry.path(), entry.layer()))
                .toList();
        return new JavaLayers(jars.size(), jars.stream().mapToLong(Jar::size).sum(),
                jars.stream().map(Jar::layer).collect(toCollection(TreeSet::new)), classes.size(),
                classes.stream().map(FileEntry::layer).collect(toCollection(TreeSet::new)));
    }

    /** The jars that contain libraries as jars. */
    static List<String> fatJars(Inspection inspection) {
        return jars(inspection, new RuntimeFolders(inspection)).map(Jar::path)
                .filter(JavaLayers::isPackedLibrary)
                .map(path -> path.substring(0, path.indexOf(NESTED)))
                .distinct()
                .sorted()
                .toList();
    }

    /** The jars whose contents Tare did not read. */
    static List<Unread> unreadJars(Inspection inspection) {
        RuntimeFolders runtimes = new RuntimeFolders(inspection);
        return inspection.software()
                .unread()
                .stream()
                .filter(unread -> unread.subject() == Unread.Subject.JAR)
                .filter(unread -> isOwn(inspection, runtimes, unread.path(), unread.layer()))
                .toList();
    }

    /** The unread jar that the container starts, or may start if a word is hidden; {@code null} without one. */
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

    /** Describes the jars and classes, for evidence. */
    String described() {
        String jars = Counts.of(this.jarCount, "jar", "jars") + " with " + Bytes.exact(this.jarBytes) + " in "
                + described(this.jarLayers);
        return this.classLayers.isEmpty() ? jars
                : jars + ", and " + Counts.of(this.classCount, "class file", "class files") + " in "
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

    /** Whether a build packed the jar into another one. Other inner jars are parts of a library. */
    private static boolean isPackedLibrary(String path) {
        int inner = path.indexOf(NESTED) + NESTED.length();
        return inner >= NESTED.length()
                && LIBRARY_FOLDERS.stream().anyMatch(folder -> path.startsWith(folder, inner));
    }

    /** Whether a path belongs to the application. Files in the folder of a Java runtime belong to the runtime. */
    private static boolean isOwn(Inspection inspection, RuntimeFolders runtimes, String path, int layer) {
        return inspection.base().originOf(layer) != Origin.BASE && !runtimes.contain(path);
    }
}
