package dev.tare.inspection.waste;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.PathHash;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.limits.Deadline;

/**
 * Which of a layer's paths something in the layer is below of. Only the paths' hashes are kept, and nothing of folders
 * that no entry has, of which a small layer can have very many. Now and then another path may be taken for one of them.
 */
final class ParentPaths {

    /** Of the paths of all entries, in order. */
    private final long[] hashes;

    /** Which of them something is below of. */
    private final BitSet parents = new BitSet();

    private final Deadline deadline;

    /** The folder of the path before, which the next one is mostly in. */
    private String folder = "";

    ParentPaths(LayerScan scan, Deadline deadline) {
        this.deadline = deadline;
        ScannedEntries entries = scan.entries();
        this.hashes = IntStream.range(0, entries.size()).mapToLong(i -> PathHash.of(entries.path(i))).toArray();
        Arrays.sort(this.hashes);
        IntStream.range(0, entries.size()).forEach(i -> add(entries.path(i)));
        scan.whiteouts().stream().filter(whiteout -> !whiteout.opaque()).forEach(one -> add(one.path()));
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
