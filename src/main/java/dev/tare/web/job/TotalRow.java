package dev.tare.web.job;

import dev.tare.source.OverallProgress;
import dev.tare.wording.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The row above the images that are being read.
 *
 * @param title of the images that count
 * @param parts the progress in thousandths, or {@code null} if the total is unknown
 * @param text  the title and the progress in words
 */
record TotalRow(String title, @Nullable Long parts, String text) {

    private static final double PARTS = 1000;

    static TotalRow of(String title, OverallProgress progress) {
        Long bytes = progress.bytes();
        return new TotalRow(title, bytes == null ? null : parts(progress.bytesDone(), bytes),
                title + ": " + Reading.ofAll(progress.layers(), progress.layersDone(), bytes, progress.bytesDone(),
                        progress.bytesKnown(), progress.unknownImages()) + ".");
    }

    private static long parts(long done, long all) {
        return all == 0 ? (long) PARTS : (long) (PARTS * done / all);
    }
}
