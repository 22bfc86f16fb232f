package dev.tare.filetree.layer;

import java.util.List;

/**
 * What one pass over a layer's tar found.
 *
 * @param name      how the source calls the layer
 * @param entries   in the order of the tar
 * @param whiteouts in the order of the tar
 * @param cost      what it took of the limit on an image's entries
 */
public record LayerScan(String name, ScannedEntries entries, List<Whiteout> whiteouts, long cost) {

    public LayerScan {
        whiteouts = List.copyOf(whiteouts);
    }

    /** The same layer under another name. */
    public LayerScan withName(String name) {
        return new LayerScan(name, this.entries, this.whiteouts, this.cost);
    }

    public int entryCount() {
        return this.entries.size() + this.whiteouts.size();
    }

    /** The bytes of all files in the tar, seen or not. */
    public long uncompressedSize() {
        return this.entries.uncompressedSize() + this.whiteouts.stream().mapToLong(Whiteout::size).sum();
    }
}
