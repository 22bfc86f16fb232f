package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.tare.archive.tar.EntryType;
import dev.tare.report.DifferenceReport;
import dev.tare.report.FilesReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import org.jspecify.annotations.Nullable;

/**
 * The paths and folders that explain most of the growth of an image. Every byte counts in one place: at its path if that
 * is heavy enough, otherwise at the deepest folder that is.
 */
final class HeavyPaths {

    /** A path is heavy if it has this part of all bytes that were added or removed. */
    private static final int PART = 16;

    private final NavigableMap<Integer, Map<String, Growth>> levels = new TreeMap<>();

    private long all;

    private HeavyPaths() {}

    /** The growth of heavy paths and folders, and that of wasted files. The largest come first. */
    static List<Growth> of(DifferenceReport difference) {
        HeavyPaths paths = new HeavyPaths();
        FilesReport files = difference.files();
        files.largestAdded().items().forEach(paths::add);
        files.largestRemoved().items().forEach(paths::add);
        files.largestModified().items().forEach(paths::add);
        List<Growth> heavy = paths.heavy();
        long wasted = difference.uncompressedGrowthBytes() - difference.visibleGrowthBytes();
        if (paths.isHeavy(wasted)) {
            heavy.add(new Growth(null, wasted, 0, false));
        }
        heavy.sort(Comparator.comparingLong((Growth growth) -> -Math.abs(growth.bytes)));
        return heavy;
    }

    private void add(FilesReport.PathChange change) {
        long bytes = bytes(change.to()) - bytes(change.from());
        if (bytes != 0) {
            this.all += Math.abs(bytes);
            put(new Growth(change.path(), bytes, 1, false));
        }
    }

    /** A further name of a hard-linked file has no bytes of its own. */
    private static long bytes(FilesReport.@Nullable State state) {
        return state == null || state.type() != EntryType.FILE ? 0 : state.sizeBytes();
    }

    private void put(Growth growth) {
        String path = String.valueOf(growth.path);
        int depth = (int) path.chars().filter(character -> character == '/').count() * 2 + (isFolder(path) ? 0 : 1);
        this.levels.computeIfAbsent(depth, _ -> new HashMap<>()).merge(path, growth, Growth::plus);
    }

    /** The deepest paths come first, so that each folder has the rest of its files when it is reached. */
    private List<Growth> heavy() {
        List<Growth> heavy = new ArrayList<>();
        while (!this.levels.isEmpty()) {
            for (Growth growth : this.levels.pollLastEntry().getValue().values()) {
                String path = String.valueOf(growth.path);
                if (!path.isEmpty() && isHeavy(growth.bytes)) {
                    heavy.add(growth.others(heavy.stream()
                            .anyMatch(other -> isFolder(path)
                                    && String.valueOf(other.path).startsWith(path))));
                } else if (!path.isEmpty()) {
                    put(new Growth(parent(path), growth.bytes, growth.paths, false));
                }
            }
        }
        return heavy;
    }

    private boolean isHeavy(long bytes) {
        return bytes != 0 && Math.abs(bytes) >= this.all / PART;
    }

    private static boolean isFolder(String path) {
        return path.isEmpty() || path.endsWith("/");
    }

    /** The folder of a path, with a slash at its end; {@code ""} is the root. */
    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /**
     * The growth of a path.
     *
     * @param path   without a leading slash, and with a slash at the end of a folder; {@code null} for wasted bytes
     * @param paths  number of paths that changed
     * @param others whether heavy paths in the folder do not count here
     */
    record Growth(@Nullable String path, long bytes, long paths, boolean others) {

        Line line() {
            if (this.path == null) {
                return Line.of("wasted: replaced or deleted by later layers");
            }
            Value.Code code = new Value.Code("/" + this.path);
            return isFolder(this.path)
                    ? Line.of(code, " (", this.others ? Line.count(this.paths, "other path)", "other paths)")
                            : Line.count(this.paths, "path)", "paths)"))
                    : Line.of(code);
        }

        private Growth others(boolean heavy) {
            return new Growth(this.path, this.bytes, this.paths, heavy);
        }

        private Growth plus(Growth other) {
            return new Growth(this.path, this.bytes + other.bytes, this.paths + other.paths, false);
        }
    }
}
