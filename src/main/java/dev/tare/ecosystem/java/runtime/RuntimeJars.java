package dev.tare.ecosystem.java.runtime;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import dev.tare.content.FilePaths;
import dev.tare.ecosystem.FileOwners;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The jars that belong to the Java runtimes of an image, so that they are no libraries. They are at a place where
 * runtimes have jars. They came in the same layer as the runtime's classes, or packages of the operating system own
 * both. A jar that an application adds later is a library.
 */
public final class RuntimeJars {

    /** Jars that are part of a runtime even if a later layer replaces them. */
    private static final Set<String> CLASSES = Set.of("lib/rt.jar", "jre/lib/rt.jar", "lib/jrt-fs.jar");

    /** Folders with jars of a runtime before Java 9, which {@code jlink} cannot mix with an application. */
    private static final List<String> OLD_FOLDERS = List.of("lib/", "jre/lib/", "demo/", "sample/");

    /** Folders with jars of a runtime since Java 9: tools and GraalVM. In {@code lib} itself only some files count. */
    private static final List<String> FOLDERS = List.of("lib/graalvm/", "lib/installer/", "lib/jvmci/",
            "lib/missioncontrol/", "lib/polyglot/", "lib/svm/", "lib/svm-preview/", "lib/truffle/", "lib/visualvm/",
            "languages/", "tools/", "demo/", "sample/");

    private static final Set<String> FILES = Set.of("lib/javafx-swt.jar");

    private final TreeMap<String, JavaRuntime> runtimes = new TreeMap<>();

    private final FileTree files;

    private final FileOwners owners;

    public RuntimeJars(List<JavaRuntime> runtimes, FileTree files, FileOwners owners) {
        runtimes.forEach(runtime -> this.runtimes.put(runtime.path(), runtime));
        this.files = files;
        this.owners = owners;
    }

    /**
     * Whether a jar belongs to a runtime.
     *
     * @param path  of the file, without a leading slash
     * @param layer index of the layer of the file
     */
    public boolean contain(String path, int layer) {
        for (String folder = FilePaths.parent(path); !folder.isEmpty(); folder = FilePaths.parent(folder)) {
            JavaRuntime runtime = this.runtimes.get(folder);
            if (runtime != null && runtime.classes() != null) {
                return isOwn(runtime, path, layer);
            }
        }
        return false;
    }

    private boolean isOwn(JavaRuntime runtime, String path, int layer) {
        String inside = path.substring(runtime.path().length() + 1);
        if (CLASSES.contains(inside)) {
            return true;
        }
        String classes = Objects.requireNonNull(runtime.classes());
        FileEntry file = this.files.get(classes);
        boolean hasJars = FilePaths.isNamed(classes, RuntimeSource.RT_JAR.file())
                ? isBelow(inside, OLD_FOLDERS)
                : isBelow(inside, FOLDERS) || FILES.contains(inside);
        boolean together = file != null && file.layer() == layer;
        return hasJars && (together || (owner(classes) != null && owner(path) != null));
    }

    private @Nullable String owner(String path) {
        return this.owners.ownerOf(path);
    }

    private static boolean isBelow(String path, List<String> folders) {
        return folders.stream().anyMatch(path::startsWith);
    }
}
