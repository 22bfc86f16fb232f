package dev.tare.filetree.layer;

import java.util.IdentityHashMap;
import java.util.List;

import dev.tare.filetree.EntryCost;
import dev.tare.filetree.Inode;
import dev.tare.limits.Budget;

/**
 * The layers of a Windows image. Their tars have the file system of containers in the folder {@code Files}. Beside it
 * are the registry ({@code Hives}) and the virtual machine that isolates containers ({@code UtilityVM}).
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#distributable-format">OCI image
 *      specification, layers</a>
 */
public final class WindowsLayers {

    private static final String DRIVE = "Files";

    private static final String BELOW_DRIVE = DRIVE + "/";

    private WindowsLayers() {}

    /**
     * The same layers with paths as in containers. Paths outside of {@code Files} stay the same.
     *
     * @param budget the rest of the limit {@code image-entries}, from which the new paths of whiteouts are taken
     */
    public static List<LayerScan> rooted(List<LayerScan> scans, Budget budget) {
        IdentityHashMap<ScannedEntries, LayerScan> known = new IdentityHashMap<>();
        return scans.stream()
                .map(scan -> known.computeIfAbsent(scan.entries(), _ -> rooted(scan, budget)).withName(scan.name()))
                .toList();
    }

    private static LayerScan rooted(LayerScan scan, Budget budget) {
        List<Whiteout> whiteouts = scan.whiteouts().stream().map(whiteout -> {
            budget.take(EntryCost.ofText(whiteout.path()));
            return new Whiteout(whiteout.opaque(), rooted(whiteout.path()), whiteout.size(), whiteout.entriesBefore());
        }).toList();
        return new LayerScan(scan.name(), scan.entries().rooted(), whiteouts, scan.cost());
    }

    /** The path in containers for the path of an entry. The folder {@code Files} itself is the root. */
    static String rooted(String path, Inode inode) {
        return inode.isDirectory() && path.equals(DRIVE) ? "" : rooted(path);
    }

    /** The path in containers for a path below {@code Files}. */
    static String rooted(String path) {
        return path.startsWith(BELOW_DRIVE) ? path.substring(BELOW_DRIVE.length()) : path;
    }
}
