package dev.tare.inspection.waste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.tare.filetree.TextHash;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.filetree.layer.Whiteout;

/**
 * Paths that several entries or whiteouts of an image's layers share. Only their hashes are kept, so a few other paths
 * may count too.
 */
final class RepeatedPaths {

    private final long[] hashes;

    private RepeatedPaths(long[] hashes) {
        this.hashes = hashes;
    }

    static RepeatedPaths of(List<LayerScan> scans) {
        long[] all = scans.stream().flatMapToLong(RepeatedPaths::hashes).toArray();
        Arrays.sort(all);
        int repeated = 0;
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                all[repeated++] = all[i];
            }
        }
        return new RepeatedPaths(Arrays.copyOf(all, repeated));
    }

    boolean contains(String path) {
        return Arrays.binarySearch(this.hashes, TextHash.of(path)) >= 0;
    }

    private static LongStream hashes(LayerScan scan) {
        Stream<String> hidden = scan.whiteouts()
                .stream()
                .filter(whiteout -> !whiteout.opaque())
                .map(Whiteout::hidden);
        return Stream.concat(scan.entries().stream().map(ScannedEntries.Entry::path), hidden).mapToLong(TextHash::of);
    }
}
