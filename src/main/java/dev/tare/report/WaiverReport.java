package dev.tare.report;

import java.util.List;

/**
 * A practice that need not be followed.
 *
 * @param practice identifier of the practice
 * @param reason   as it was given
 * @param images   indexes of the images that leave it open, and are not held to it; empty if the waiver waives nothing
 */
public record WaiverReport(String practice, String reason, List<Integer> images) {

    public WaiverReport {
        images = List.copyOf(images);
    }

    /** Whether every image does what the practice asks, so that the waiver can go. */
    public boolean waivesNothing() {
        return this.images.isEmpty();
    }
}
