package dev.tare.inspection.base;

import java.util.List;
import java.util.regex.Pattern;

import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an image that are evidence for its base image.
 *
 * @param image        the image with its secrets, because a masked label may not be valid JSON
 * @param masked       the same image without its secrets, for sentences and names
 * @param distribution the number of the lowest layers with which the image contains a distribution; 0 if they contain
 *                     none
 */
record BaseFacts(Image image, Image masked, int distribution) {

    /** The form of Docker, with and without BuildKit. */
    private static final Pattern COPY = Pattern.compile("(?:/bin/sh -c #\\(nop\\)\\s+)?COPY\\s");

    List<DiffId> diffIds() {
        return this.image.config().diffIds();
    }

    List<HistoryEntry> history() {
        return this.image.config().history();
    }

    List<HistoryEntry> maskedHistory() {
        return this.masked.config().history();
    }

    int layers() {
        return this.image.layers().size();
    }

    /** Whether each layer has its step in the history. Otherwise the place of a step is unknown. */
    boolean historyFits() {
        return !history().isEmpty() && this.image.config().layerHistory().size() == layers();
    }

    /** The step of the lowest layer, or {@code null} if it is unknown. */
    @Nullable
    HistoryEntry lowestStep() {
        return historyFits() && layers() > 0 ? this.image.config().layerHistory().getFirst() : null;
    }

    /**
     * Whether a step copied files into the lowest layer. They may be the whole file system of an earlier stage, so a
     * distribution in this layer does not show a base image.
     */
    boolean isLowestLayerCopied() {
        HistoryEntry lowest = lowestStep();
        return lowest != null && lowest.createdBy() != null && COPY.matcher(lowest.createdBy()).lookingAt();
    }
}
