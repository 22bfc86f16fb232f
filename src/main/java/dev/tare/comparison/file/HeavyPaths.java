package dev.tare.comparison.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds the paths and folders that explain most of the growth of an image. Each byte counts once: at its path if that is
 * heavy enough, otherwise at the deepest folder that is.
 */
final class HeavyPaths {

    /** A path is heavy if it has this part of all bytes that were added or removed. */
    private static final int PART = 16;

    /** By depth, because each folder must have all its files when it is reached. */
    private final NavigableMap<Integer, Map<String, PathGrowth>> levels = new TreeMap<>();

    private long all;

    private HeavyPaths() {}

    /** The heavy paths of all changes, the largest first; at most twice {@link #PART}. */
    static List<PathGrowth> of(Collection<FileChange> changes) {
        HeavyPaths paths = new HeavyPaths();
        changes.forEach(paths::add);
        return paths.heavy();
    }

    private void add(FileChange change) {
        long bytes = FileChange.bytesOf(change.to()) - FileChange.bytesOf(change.from());
        if (bytes != 0) {
            this.all += Math.abs(bytes);
            put(new PathGrowth(change.path(), bytes, 1, false));
        }
    }

    private void put(PathGrowth growth) {
        int names = (int) growth.path().chars().filter(character -> character == '/').count();
        this.levels.computeIfAbsent(names * 2 + (growth.isFolder() ? 0 : 1), _ -> new HashMap<>())
                .merge(growth.path(), growth, HeavyPaths::sum);
    }

    private static PathGrowth sum(PathGrowth one, PathGrowth other) {
        return new PathGrowth(one.path(), one.bytes() + other.bytes(), one.paths() + other.paths(), false);
    }

    private List<PathGrowth> heavy() {
        List<PathGrowth> heavy = new ArrayList<>();
        while (!this.levels.isEmpty()) {
            for (PathGrowth growth : this.levels.pollLastEntry().getValue().values()) {
                String path = growth.path();
                if (!path.isEmpty() && growth.bytes() != 0 && Math.abs(growth.bytes()) >= this.all / PART) {
                    boolean others = growth.isFolder()
                            && heavy.stream().anyMatch(other -> other.path().startsWith(path));
                    heavy.add(new PathGrowth(path, growth.bytes(), growth.paths(), others));
                } else if (!path.isEmpty()) {
                    put(new PathGrowth(parent(path), growth.bytes(), growth.paths(), false));
                }
            }
        }
        heavy.sort(Comparator.comparingLong((PathGrowth growth) -> -Math.abs(growth.bytes()))
                .thenComparing(PathGrowth::path));
        return heavy;
    }

    /** The folder of a path, with a slash at its end; {@code ""} is the root. */
    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
