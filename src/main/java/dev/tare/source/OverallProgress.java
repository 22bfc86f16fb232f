package dev.tare.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The progress of reading several images. Known layers count as read, so that a total stays the same when more of them are
 * found.
 *
 * @param layers        of all images, or {@code null} while those of an image are unknown
 * @param layersDone    that were read or known
 * @param bytes         of the blobs of all images as stored, or {@code null} while those of an image are unknown
 * @param bytesDone     of blobs that were read or known
 * @param bytesKnown    of these, in known layers
 * @param unknownImages the number of images without a total
 */
public record OverallProgress(@Nullable Integer layers, int layersDone, @Nullable Long bytes, long bytesDone,
        long bytesKnown, int unknownImages) {

    /** Adds up images. */
    public static OverallProgress of(List<Image> images) {
        Total total = new Total(0, 0);
        Total done = new Total(0, 0);
        long known = 0;
        int unknown = 0;
        for (Image image : images) {
            Total all = image.total();
            Total most = all == null ? image.done() : all;
            unknown += all == null ? 1 : 0;
            total = total.plus(most);
            done = done.plus(image.done().atMost(most));
            known += image.progress.bytesKnown();
        }
        return new OverallProgress(unknown > 0 ? null : total.layers, done.layers, unknown > 0 ? null : total.bytes,
                done.bytes, Math.min(known, done.bytes), unknown);
    }

    /**
     * An image that is read.
     *
     * @param isEnded  whether nothing more of it is read
     * @param expected its total before the layers are planned, or {@code null} if it is unknown
     */
    public record Image(Progress.State progress, boolean isEnded, @Nullable Total expected) {

        private Total done() {
            return new Total(this.progress.layersDone(), this.progress.bytesRead() + this.progress.bytesKnown());
        }

        private @Nullable Total total() {
            return this.isEnded || this.progress.phase() == Progress.Phase.MERGING ? done()
                    : this.progress.layers() == 0 ? this.expected
                    : new Total(this.progress.layers(), this.progress.bytes() + this.progress.bytesKnown());
        }
    }

    /**
     * What an image has to read.
     *
     * @param bytes of the blobs as stored
     */
    public record Total(int layers, long bytes) {

        /** A manifest may state any size. */
        private Total plus(Total other) {
            long sum = this.bytes + other.bytes;
            return new Total(this.layers + other.layers, sum < 0 ? Long.MAX_VALUE : sum);
        }

        private Total atMost(Total most) {
            return new Total(Math.min(this.layers, most.layers), Math.min(this.bytes, most.bytes));
        }
    }
}
