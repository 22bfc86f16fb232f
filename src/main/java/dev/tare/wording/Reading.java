package dev.tare.wording;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Describes how far an image is read. */
public final class Reading {

    private Reading() {}

    /**
     * The layers and bytes so far: {@code 3 of 7 layers (2 known), 120 MB of 318 MB}.
     *
     * @param layers    all layers, or 0 if their number is unknown
     * @param known     of these that are known and therefore not read
     * @param bytes     to read as stored, or 0 if unknown
     * @param bytesRead of these
     */
    public static String of(int layers, int done, int known, long bytes, long bytesRead) {
        List<String> parts = new ArrayList<>();
        if (layers > 0) {
            parts.add(Counts.of(done) + " of " + Counts.of(layers, "layer", "layers")
                    + (known > 0 ? " (" + Counts.of(known) + " known)" : ""));
        } else if (done > 0) {
            parts.add(Counts.of(done, "layer", "layers"));
        }
        if (bytes > 0) {
            parts.add(Bytes.rounded(Math.min(bytesRead, bytes)) + " of " + Bytes.rounded(bytes));
        } else if (bytesRead > 0) {
            parts.add(Bytes.rounded(bytesRead));
        }
        return String.join(", ", parts);
    }

    /**
     * The layers and bytes of several images so far: {@code 9 of 14 layers, 218 MB of 318 MB (98 MB known)}.
     *
     * @param layers     all layers, or {@code null} if unknown
     * @param bytes      of all images as stored, or {@code null} if unknown
     * @param bytesDone  of these that were read or known
     * @param bytesKnown of these that were known
     * @param unknown    the number of images whose size is unknown
     */
    public static String ofAll(@Nullable Integer layers, int done, @Nullable Long bytes, long bytesDone,
            long bytesKnown, int unknown) {
        String read = of(layers == null ? 0 : layers, done, 0, bytes == null ? 0 : bytes, bytesDone);
        return (read.isEmpty() ? "nothing read yet" : read)
                + (bytesKnown > 0 ? " (" + Bytes.rounded(bytesKnown) + " known)" : "")
                + (unknown > 0 ? ", the size of " + Counts.of(unknown, "image", "images") + " is not known yet" : "");
    }

    /** The layers and bytes of an image that was read: {@code 7 layers (2 known), 318 MB}. */
    public static String ended(int layers, int known, long bytesRead) {
        return Counts.of(layers, "layer", "layers") + (known > 0 ? " (" + Counts.of(known) + " known)" : "")
                + (bytesRead > 0 ? ", " + Bytes.rounded(bytesRead) : "");
    }
}
