package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** Jib marks each of its layers in the history, and puts all of them on top of the base image. */
final class JibEvidence implements BaseEvidence {

    private static final String MARK = "jib-";

    @Override
    public BaseBoundary.@Nullable Known find(Image image, Image masked) {
        List<HistoryEntry> steps = image.config().layerHistory();
        int base = steps.size();
        while (base > 0 && isJib(steps.get(base - 1))) {
            base--;
        }
        if (steps.size() != image.layers().size() || base == steps.size()) {
            return null;
        }
        return new BaseBoundary.Known(base, "According to the history, "
                + masked.config().layerHistory().getLast().createdBy() + " created the layers above the base image.");
    }

    private static boolean isJib(HistoryEntry step) {
        String createdBy = step.createdBy();
        return createdBy != null && createdBy.startsWith(MARK);
    }
}
