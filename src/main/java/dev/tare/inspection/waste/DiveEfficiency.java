package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.limits.Deadline;

/**
 * The image efficiency that dive states, so that people who know that figure can hold it against Tare's own wasted
 * bytes. It is not the same: dive sees layers by their paths alone, counts a deleted folder's bytes as kept, and does not
 * know hard links.
 *
 * @param smallest for each path the smallest size that any layer has it with, summed up
 * @param all      the sizes of all paths in all layers
 * @see <a href="https://github.com/wagoodman/dive/blob/main/dive/filetree/efficiency.go">dive's Efficiency</a>
 */
public record DiveEfficiency(long smallest, long all) {

    /** The efficiency of layers, the lowest first. */
    public static DiveEfficiency of(List<LayerScan> scans, Deadline deadline) {
        return DiveScorer.score(scans, deadline);
    }

    /** From 0 to 1; 1 for an image without bytes. */
    public double score() {
        return this.all == 0 ? 1 : (double) this.smallest / this.all;
    }
}
