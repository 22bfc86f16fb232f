package dev.tare.filetree.layer;

import java.util.IdentityHashMap;
import java.util.List;

import dev.tare.content.FilePaths;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.Inode;
import dev.tare.limits.Budget;

/**
 * The layers of a Windows image. Their tars have the file system of containers in the folder {@code Files}. Beside it
 * are files that containers do not have: changes of the registry ({@code Hives}) and the virtual machine that isolates
 * containers ({@code UtilityVM}).
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#distributable-format">OCI image
 *      specification, layers</a>
 */
public final class WindowsLayers {

    private static final String DRIVE = "Files";

    private static final String BELOW_DRIVE = DRIVE + "/";

    /** The folder of the files that containers do not have. Windows allows no name with a colon at its end. */
    private static final String OUTSIDE = "layer:";

    private WindowsLayers() {}

    /**
     * The same layers with paths as in containers. Paths outside of {@code Files} are in the folder {@code layer:}.
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
            return rooted(whiteout);
        }).toList();
        return new LayerScan(scan.name(), scan.entries().rooted(), whiteouts, scan.cost());
    }

    /** A whiteout of {@code Files}, or of all in it, hides the root without the files that containers do not have. */
    private static Whiteout rooted(Whiteout whiteout) {
        String path = whiteout.path();
        if (whiteout.opaque()) {
            return whiteout.folder().isEmpty() ? whiteout
                    : rooted(whiteout, true, rooted(path), whiteout.folder().equals(DRIVE));
        }
        String hidden = whiteout.hidden();
        return hidden.equals(DRIVE) ? rooted(whiteout, true, path, true)
                : rooted(whiteout, false, FilePaths.join(FilePaths.parent(rooted(hidden)), FilePaths.name(path)),
                        false);
    }

    private static Whiteout rooted(Whiteout whiteout, boolean opaque, String path, boolean isRoot) {
        return new Whiteout(opaque, path, whiteout.size(), whiteout.entriesBefore(), isRoot ? OUTSIDE : null);
    }

    /** The path in containers for the path of an entry. The folder {@code Files} itself is the root. */
    static String rooted(String path, Inode inode) {
        return inode.isDirectory() && path.equals(DRIVE) ? "" : rooted(path);
    }

    /** The path in containers for a path below {@code Files}, or else the path in the folder for all others. */
    static String rooted(String path) {
        if (path.startsWith(BELOW_DRIVE) && !isOutside(path.substring(BELOW_DRIVE.length()))) {
            return path.substring(BELOW_DRIVE.length());
        }
        return path.isEmpty() || path.startsWith(Whiteout.AUFS_PREFIX) ? path : OUTSIDE + "/" + path;
    }

    /** Whether containers do not have the file at this path of a rooted layer. */
    public static boolean isOutside(String path) {
        return path.startsWith(OUTSIDE) && (path.length() == OUTSIDE.length() || path.charAt(OUTSIDE.length()) == '/');
    }
}
