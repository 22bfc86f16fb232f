package dev.tare.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.TarEntry;

/**
 * Goes through layers as dive does: in each of them every path that nothing is below of counts with its size, a whiteout
 * with that of the folder it hides or with 0, an opaque whiteout not at all. In one thing dive is not followed: it stops
 * reading a layer at a whiteout that hides nothing; here that counts with 0.
 */
final class DiveScorer {

    private final Map<String, Sizes> paths = new HashMap<>();

    private final DiveFolders folders;

    private int layer;

    private DiveScorer(List<LayerScan> scans) {
        this.folders = new DiveFolders(scans);
    }

    static DiveEfficiency score(List<LayerScan> scans) {
        DiveScorer scorer = new DiveScorer(scans);
        scans.forEach(scorer::add);
        return new DiveEfficiency(scorer.paths.values().stream().mapToLong(sizes -> sizes.smallest).sum(),
                scorer.paths.values().stream().mapToLong(sizes -> sizes.all).sum());
    }

    private void add(LayerScan scan) {
        Set<String> parents = parents(scan);
        for (ScannedEntry scanned : scan.entries()) {
            TarEntry entry = scanned.entry();
            if (counts(entry.path()) && !parents.contains(entry.path())) {
                this.paths.computeIfAbsent(entry.path(), path -> new Sizes()).put(this.layer, entry.size());
            }
        }
        this.folders.hidden(scan)
                .forEach((path, bytes) -> this.paths.computeIfAbsent(path, hidden -> new Sizes()).add(bytes));
        this.folders.apply(scan);
        this.layer++;
    }

    /** The paths that something in the layer is below of. */
    private static Set<String> parents(LayerScan scan) {
        Set<String> parents = new HashSet<>();
        scan.entries().forEach(scanned -> addParents(scanned.entry().path(), parents));
        scan.whiteouts()
                .stream()
                .filter(whiteout -> !whiteout.opaque())
                .forEach(one -> addParents(one.path(), parents));
        return parents;
    }

    private static void addParents(String path, Set<String> parents) {
        String parent = FilePaths.parent(path);
        while (counts(path) && !parent.isEmpty() && parents.add(parent)) {
            parent = FilePaths.parent(parent);
        }
    }

    /** Whether dive takes it up: neither the root nor what AUFS left over. */
    static boolean counts(String path) {
        return !path.isEmpty() && !path.startsWith(Whiteout.AUFS_PREFIX) && !path.contains("/" + Whiteout.AUFS_PREFIX);
    }

    /** Of one path. In each layer its last entry counts, and its whiteout beside it. */
    private static final class Sizes {

        private long all;

        private long smallest = Long.MAX_VALUE;

        private long smallestBelow = Long.MAX_VALUE;

        private long last;

        private int lastLayer = -1;

        void put(int layer, long size) {
            if (this.lastLayer == layer) {
                this.all -= this.last;
            } else {
                this.smallestBelow = this.smallest;
            }
            this.all += size;
            this.smallest = Math.min(this.smallestBelow, size);
            this.last = size;
            this.lastLayer = layer;
        }

        void add(long size) {
            this.all += size;
            this.smallest = Math.min(this.smallest, size);
        }
    }
}
