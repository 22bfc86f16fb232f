package dev.tare.inspection.waste;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.tare.filetree.TextHash;

/** Hashes a path and all folders that contain it, in time linear in the length of the path. */
final class PathHash {

    private PathHash() {}

    /** The hash of a path. */
    static long of(String path) {
        long[] all = ofAll(path);
        return all[all.length - 1];
    }

    /** The hashes of all folders that contain a path, the highest first, and then its own. */
    static long[] ofAll(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        long[] hashes = new long[8];
        int count = 0;
        long hash = 0;
        for (int from = 0; from <= bytes.length;) {
            int to = end(bytes, from);
            hash = TextHash.join(hash, TextHash.of(bytes, from, to));
            hashes = count < hashes.length ? hashes : Arrays.copyOf(hashes, 2 * count);
            hashes[count++] = hash;
            from = to + 1;
        }
        return Arrays.copyOf(hashes, count);
    }

    private static int end(byte[] path, int from) {
        int end = from;
        while (end < path.length && path[end] != '/') {
            end++;
        }
        return end;
    }
}
