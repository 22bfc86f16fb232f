package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.limits.Deadline;

/**
 * The image efficiency as dive defines it, for comparison with the figure that dive shows. It differs from Tare's
 * wasted bytes: dive compares layers by paths alone, counts the bytes of a deleted folder as kept, and does not
 * recognize hard links.
 *
 * @param smallest the sum of the smallest size of each path in any layer
 * @param all      the sum of all sizes in all layers
 * @param wasted   the sum of all sizes of paths that occur in several layers, which dive calls wasted
 * @see <a href="https://github.com/wagoodman/dive/blob/main/dive/filetree/efficiency.go">dive's Efficiency</a>
 */
public record DiveEfficiency(long smallest, long all, long wasted) {

    /** The efficiency of layers, the lowest first. */
    public static DiveEfficiency of(List<LayerScan> scans, Deadline deadline) {
        return DiveScorer.score(scans, deadline);
    }

    /** From 0 to 1; 1 for an image without bytes. */
    public double score() {
        return this.all == 0 ? 1 : (double) this.smallest / this.all;
    }
}
