package dev.tare.policy.check;

import java.util.NavigableSet;
import java.util.TreeSet;

import dev.tare.ecosystem.java.JavaRuntime;
import dev.tare.inspection.Inspection;

/** Where an image's Java runtimes are. */
final class RuntimeFolders {

    /** Each with a slash behind it, and none in another one, so that the nearest before a path is the only candidate. */
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
