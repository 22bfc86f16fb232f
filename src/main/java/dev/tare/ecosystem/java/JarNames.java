package dev.tare.ecosystem.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The names of a jar's entries that may identify it: the packages of its classes, and folders named by coordinates. */
final class JarNames {

    /** Packages and folders that count. Larger jars contain many libraries. */
    private static final int MAX = 2_000;

    private static final int MAX_LENGTH = 300;

    /** Parts of the common package. */
    private static final int MAX_DEPTH = 8;

    private static final Pattern CLASSES = Pattern.compile("(?:BOOT-INF|WEB-INF)/classes/");

    /**
     * Maven's folder for a library, and the one that GraalVM recommends.
     *
     * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/overview/BuildConfiguration/">Native
     *      image build configuration</a>
     */
    private static final Pattern FOLDER = Pattern.compile("META-INF/(?:maven|native-image)/([^/]+)/([^/]+)/.+");

    private final Map<String, Count> packages = new HashMap<>();

    private final Set<Folder> folders = new HashSet<>();

    private String lastPackage = "";

    private Count last = new Count();

    void add(String entry) {
        if (entry.endsWith(".class")) {
            addClass(entry);
        } else if (entry.startsWith("META-INF/") && entry.length() <= MAX_LENGTH && this.folders.size() < MAX) {
            Matcher folder = FOLDER.matcher(entry);
            if (folder.matches()) {
                this.folders.add(new Folder(folder.group(1), folder.group(2)));
            }
        }
    }

    private void addClass(String entry) {
        int end = entry.lastIndexOf('/');
        if (end <= 0 || end > MAX_LENGTH || entry.startsWith("META-INF/")) {
            return;
        }
        // Directories list the classes of a package one after another.
        if (end != this.lastPackage.length() || !entry.startsWith(this.lastPackage)) {
            this.lastPackage = entry.substring(0, end);
            String name = CLASSES.matcher(this.lastPackage + "/").lookingAt()
                    ? this.lastPackage.substring(Math.min(end, "BOOT-INF/classes/".length()))
                    : this.lastPackage;
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
