package dev.tare.inspection.base;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tare.image.HistoryEntry;

/**
 * A place in the history above which all steps are clearly newer than below.
 *
 * @param layers the number of layers below it
 * @param length the time between the step above it and the newest step below it
 */
record HistoryGap(int layers, Duration length) {

    /** No build takes as long. The base image of a build is usually older. */
    private static final Duration CLEAR = Duration.ofDays(1);

    /** All clear gaps above at least one layer, the lowest first. */
    static List<HistoryGap> of(List<HistoryEntry> history) {
        List<HistoryGap> gaps = new ArrayList<>();
        int layers = 0;
        Instant newest = null;
        for (HistoryEntry step : history) {
            Instant created = step.created();
            if (created != null) {
                if (newest != null && layers > 0) {
                    add(gaps, new HistoryGap(layers, Duration.between(newest, created)));
                }
                newest = newest == null || created.isAfter(newest) ? created : newest;
            }
            layers += step.emptyLayer() ? 0 : 1;
        }
        return List.copyOf(gaps);
    }

    /** Whether the builder recorded different times. Reproducible builds set all times to the same. */
    static boolean areTimesRecorded(List<HistoryEntry> history) {
        Set<Instant> times = new HashSet<>();
        history.stream().filter(step -> step.created() != null).forEach(step -> times.add(step.created()));
        return times.size() > 1;
    }

    private static void add(List<HistoryGap> gaps, HistoryGap gap) {
        if (gap.length().compareTo(CLEAR) < 0) {
            return;
        }
        if (gaps.isEmpty() || gaps.getLast().layers() != gap.layers()) {
            gaps.add(gap);
        }
    }
}
