package dev.tare.inspection.waste;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.limits.Deadline;

/**
 * Paths that have descendants in the same layer. Only the hashes of entries' paths are kept, so a few other paths may
 * count too. Folders without an entry are not kept, because a small layer can have very many.
 */
final class ParentPaths {

    /** The hashes of the paths of all entries, sorted. */
    private final long[] hashes;

    /** The indexes of the hashes with descendants. */
    private final BitSet parents = new BitSet();

    private final Deadline deadline;

    /** The folder of the previous path. The next path is usually in the same folder. */
    private String folder = "";

    private ParentPaths(long[] hashes, Deadline deadline) {
        this.hashes = hashes;
        this.deadline = deadline;
    }

    static ParentPaths of(LayerScan scan, Deadline deadline) {
        ScannedEntries entries = scan.entries();
        long[] hashes = IntStream.range(0, entries.size()).mapToLong(i -> PathHash.of(entries.path(i))).toArray();
        Arrays.sort(hashes);
        ParentPaths parents = new ParentPaths(hashes, deadline);
        IntStream.range(0, entries.size()).forEach(i -> parents.add(entries.path(i)));
        scan.whiteouts().stream().filter(whiteout -> !whiteout.opaque()).forEach(one -> parents.add(one.path()));
        return parents;
    }

    boolean contains(String path) {
        int place = Arrays.binarySearch(this.hashes, PathHash.of(path));
        return place >= 0 && this.parents.get(place);
    }

    private void add(String path) {
        this.deadline.step();
        String parent = FilePaths.parent(path);
        if (!parent.equals(this.folder) && DiveScorer.counts(path)) {
            this.folder = parent;
            for (long hash : PathHash.ofAll(parent)) {
                int place = Arrays.binarySearch(this.hashes, hash);
                if (place >= 0) {
                    this.parents.set(place);
                }
            }
        }
    }
}
