package dev.tare.inspection.waste;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.filetree.layer.Whiteout;
import dev.tare.limits.Deadline;

/**
 * Scores layers like dive. In each layer, every path without descendants counts with its size, a whiteout with the size
 * of the folder that it hides or with 0, and an opaque whiteout not at all. The only exception is a whiteout that hides
 * nothing: dive stops reading the layer there, but here it counts with 0.
 */
final class DiveScorer {

    private final RepeatedPaths repeated;

    private final Map<String, Sizes> paths = new HashMap<>();

    /** The bytes of all paths that occur only once, which most do. */
    private long once;

    private final DiveFolders folders;

    private final Deadline deadline;

    private int layer;

    private DiveScorer(List<LayerScan> scans, Deadline deadline) {
        this.deadline = deadline;
        this.folders = DiveFolders.of(scans, deadline);
        this.repeated = RepeatedPaths.of(scans);
    }

    static DiveEfficiency score(List<LayerScan> scans, Deadline deadline) {
        DiveScorer scorer = new DiveScorer(scans, deadline);
        scans.forEach(scorer::add);
        return new DiveEfficiency(
                scorer.once + scorer.paths.values().stream().mapToLong(sizes -> sizes.smallest).sum(),
                scorer.once + scorer.paths.values().stream().mapToLong(sizes -> sizes.all).sum(),
                scorer.paths.values().stream().filter(sizes -> sizes.times > 1).mapToLong(sizes -> sizes.all).sum());
    }

    private void add(LayerScan scan) {
        ParentPaths parents = ParentPaths.of(scan, this.deadline);
        for (ScannedEntries.Entry scanned : scan.entries()) {
            this.deadline.step();
            if (counts(scanned.path()) && !parents.contains(scanned.path())) {
                add(scanned.path(), scanned.inode().size());
            }
        }
        this.folders.hidden(scan)
                .forEach((path, bytes) -> this.paths.computeIfAbsent(path, hidden -> new Sizes()).add(bytes));
        this.folders.apply(scan);
        this.layer++;
    }

    private void add(String path, long size) {
        if (this.repeated.contains(path)) {
            this.paths.computeIfAbsent(path, key -> new Sizes()).put(this.layer, size);
        } else {
            this.once += size;
        }
    }

    /** Whether dive counts a path: neither the root nor leftovers of AUFS. */
    static boolean counts(String path) {
        return !path.isEmpty() && !path.startsWith(Whiteout.AUFS_PREFIX) && !path.contains("/" + Whiteout.AUFS_PREFIX);
    }

    /** The sizes of one path. In each layer its last entry counts, and its whiteout too. */
    private static final class Sizes {

        private long all;

        private long smallest = Long.MAX_VALUE;

        private long smallestBelow = Long.MAX_VALUE;

        private long last;

        private int lastLayer = -1;

        /** The number of entries and whiteouts, at most one entry for each layer. */
        private int times;

        void put(int layer, long size) {
            if (this.lastLayer == layer) {
                this.all -= this.last;
            } else {
                this.smallestBelow = this.smallest;
                this.times++;
            }
            this.all += size;
            this.smallest = Math.min(this.smallestBelow, size);
            this.last = size;
            this.lastLayer = layer;
        }

        void add(long size) {
            this.times++;
            this.all += size;
            this.smallest = Math.min(this.smallest, size);
        }
    }
}
