package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The names of a jar's entries that may identify it: the packages of its classes, and folders named by coordinates. */
final class JarNames {

    /** Packages and folders that count. Larger jars contain many libraries. */
    private static final int MAX = 2_000;

    private static final int MAX_LENGTH = 300;

    /** Parts of the common package. */
    private static final int MAX_DEPTH = 8;

    private static final List<String> CLASSES = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

    /**
     * Maven's folders of libraries, and those that GraalVM recommends.
     *
     * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/overview/BuildConfiguration/">Native
     *      image build configuration</a>
     */
    private static final List<String> FOLDERS = List.of("META-INF/maven/", "META-INF/native-image/");

    private final Map<String, Count> packages = new HashMap<>();

    private final Set<Folder> folders = new HashSet<>();

    private String lastPackage = "";

    private Count last = new Count();

    void add(String entry) {
        if (entry.startsWith("META-INF/")) {
            FOLDERS.stream().filter(entry::startsWith).forEach(folder -> addFolder(entry, folder.length()));
        } else if (entry.endsWith(".class")) {
            addClass(entry, entry.lastIndexOf('/'));
        }
    }

    private void addFolder(String entry, int start) {
        int group = entry.indexOf('/', start);
        int artifact = group < 0 ? -1 : entry.indexOf('/', group + 1);
        if (artifact > 0 && artifact <= MAX_LENGTH && this.folders.size() < MAX) {
            this.folders.add(new Folder(entry.substring(start, group), entry.substring(group + 1, artifact)));
        }
    }

    private void addClass(String entry, int end) {
        if (end <= 0 || end > MAX_LENGTH) {
            return;
        }
        // Directories list the classes of a package one after another.
        if (end != this.lastPackage.length() || !entry.startsWith(this.lastPackage)) {
            this.lastPackage = entry.substring(0, end);
            int start = CLASSES.stream().filter(entry::startsWith).findFirst().map(String::length).orElse(0);
            String name = entry.substring(Math.min(start, end), end);
            this.last = this.packages.size() < MAX ? this.packages.computeIfAbsent(name, key -> new Count())
                    : this.packages.getOrDefault(name, new Count());
        }
        this.last.classes++;
    }

    /** The group of the only folder for this artifact, or {@code null}. */
    @Nullable
    String groupOf(String artifactId) {
        List<String> groups = this.folders.stream()
                .filter(folder -> folder.artifactId.equals(artifactId))
                .map(Folder::groupId)
                .distinct()
                .toList();
        return groups.size() == 1 ? groups.getFirst() : null;
    }

    /** The longest package that contains at least nine tenths of the classes, with dots; {@code ""} if none does. */
    String commonPackage() {
        long enough = (this.packages.values().stream().mapToLong(count -> count.classes).sum() * 9 + 9) / 10;
        List<String> parts = new ArrayList<>();
        String prefix = "";
        while (parts.size() < MAX_DEPTH) {
            String next = largestIn(prefix, enough);
            if (next == null) {
                break;
            }
            parts.add(next);
            prefix += next + "/";
        }
        return String.join(".", parts);
    }

    private @Nullable String largestIn(String prefix, long enough) {
        Map<String, Long> children = new HashMap<>();
        this.packages.forEach((name, count) -> {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                int end = name.indexOf('/', prefix.length());
                children.merge(name.substring(prefix.length(), end < 0 ? name.length() : end), count.classes,
                        Long::sum);
            }
        });
        return children.entrySet()
                .stream()
                .filter(child -> child.getValue() >= enough)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether it has classes in this package or below it, and others elsewhere. */
    boolean isMixed(String parent) {
        String path = parent.replace('.', '/') + "/";
        long inside = this.packages.keySet().stream().filter(name -> (name + "/").startsWith(path)).count();
        return inside > 0 && inside < this.packages.size();
    }

    private record Folder(String groupId, String artifactId) {}

    /** Classes of one package. */
    private static final class Count {

        private long classes;
    }
}
