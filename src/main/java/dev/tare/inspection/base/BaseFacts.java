package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.DiffId;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;

/**
 * The facts of an image that are evidence for its base image.
 *
 * @param image        the image with its secrets, because a masked label may not be valid JSON
 * @param masked       the same image without its secrets, for sentences and names
 * @param distribution the number of the lowest layers with which the image contains a distribution; 0 if they contain
 *                     none
 */
record BaseFacts(Image image, Image masked, int distribution) {

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
}
