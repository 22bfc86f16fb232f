package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.HistoryEntry;
import org.jspecify.annotations.Nullable;

/**
 * Jib marks each of its layers in the history, and puts all of them on top of the base image. If the base image was
 * built with Jib too, the order of the layers shows where the upper build begins.
 */
final class JibEvidence implements BaseEvidence {

    private static final String MARK = "jib-";

    /**
     * The comments of the layers of one build, from the lowest. The last may repeat. It is also that of the application's jar,
     * if Jib packages one instead of resources and classes, and then comes before the argument files.
     */
    private static final List<String> ORDER = List.of("dependencies", "snapshot dependencies", "project dependencies",
            "resources", "classes", "jvm arg files", "extra files");

    @Override
    public @Nullable BaseImage find(BaseFacts facts) {
        List<HistoryEntry> steps = facts.image().config().layerHistory();
        int base = steps.size();
        while (base > 0 && isJib(steps.get(base - 1)) && (base == steps.size() || isBelow(steps, base))) {
            base--;
        }
        if (!facts.historyFits() || base == steps.size()) {
            return null;
        }
        String jib = CommandStep.shortened(
                String.valueOf(facts.masked().config().layerHistory().getLast().createdBy()));
        return BaseImage.known(BaseGrade.STATED, base, null, "According to the history, " + jib
                + (base == 0 ? " created all layers." : " created the layers above the base image."));
    }

    private static boolean isJib(HistoryEntry step) {
        String createdBy = step.createdBy();
        return createdBy != null && createdBy.startsWith(MARK);
    }

    /** Whether the layer below an index belongs to the same build as the layer at the index. */
    private static boolean isBelow(List<HistoryEntry> steps, int index) {
        HistoryEntry lower = steps.get(index - 1);
        HistoryEntry upper = steps.get(index);
        int last = ORDER.size() - 1;
        int low = ORDER.indexOf(String.valueOf(lower.comment()));
        int up = ORDER.indexOf(String.valueOf(upper.comment()));
        return String.valueOf(lower.createdBy()).equals(upper.createdBy())
                && (low < 0 || up < 0 || low < up || (low == last && up >= last - 1));
    }
}
