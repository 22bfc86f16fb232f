package dev.tare.policy.check;

import java.util.NavigableSet;
import java.util.TreeSet;

import dev.tare.ecosystem.java.runtime.JavaRuntime;
import dev.tare.inspection.Inspection;

/** The folders of an image's Java runtimes. */
final class RuntimeFolders {

    /** Paths that end with a slash. No folder is in another one, so {@code floor} finds the only candidate. */
    private final NavigableSet<String> folders = new TreeSet<>();

    RuntimeFolders(Inspection inspection) {
        inspection.software()
                .javaRuntimes()
                .stream()
                .map(JavaRuntime::path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> folder + "/")
                .sorted()
                .filter(folder -> !contain(folder))
                .forEachOrdered(this.folders::add);
    }

    boolean contain(String path) {
        String before = this.folders.floor(path);
        return before != null && path.startsWith(before);
    }
}
