package dev.tare.comparison.file;

/**
 * How many paths, of files, folders and links alike, and what their files weigh. Hard-linked content counts at one of
 * its names only, so the tallies of a difference sum up to the visible sizes of its two images.
 *
 * @param fromBytes file bytes of these paths in the image that one starts from
 * @param toBytes   file bytes of these paths in the other image
 */
public record Tally(long paths, long fromBytes, long toBytes) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally minus(long somePaths, long from, long to) {
        return new Tally(this.paths - somePaths, this.fromBytes - from, this.toBytes - to);
    }

    Tally plus(long from, long to) {
        return new Tally(this.paths + 1, this.fromBytes + from, this.toBytes + to);
    }
}
