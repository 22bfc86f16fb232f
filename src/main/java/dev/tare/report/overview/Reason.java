package dev.tare.report.overview;

import java.util.List;
import java.util.Set;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.report.overview.Waterfall.Step;

/** The main reason for a difference in size, in a few words. */
final class Reason {

    /** A smaller difference needs no reason. */
    static final long SAME_SIZE = 50_000;

    /** A subject is the reason if it has this part of all bytes that steps gained or lost. */
    private static final double MOST = 0.9;

    private static final Set<Chapter> BUILT = Set.of(Chapter.LIBRARIES, Chapter.APPLICATION, Chapter.JAVA_RUNTIME);

    private Reason() {}

    /**
     * Such as {@code a smaller base image}.
     *
     * @param growth of the whole image
     * @param baseGrowth of the base image, if it is known in both images
     * @param sameApplication whether application and libraries are in the same layers
     */
    static String of(Waterfall waterfall, long growth, long baseGrowth, boolean sameApplication) {
        List<Step> changed = waterfall.changed();
        String size = growth < 0 ? "smaller" : "larger";
        if (changed.isEmpty()) {
            return "the same content";
        }
        if (Long.signum(baseGrowth) == Long.signum(growth) && Math.abs(baseGrowth) >= MOST * Math.abs(growth)) {
            return "a " + size + " base" + (sameApplication ? ", the same application" : "");
        }
        for (Step step : changed) {
            if (step.chapter() != null && BUILT.contains(step.chapter()) && isMost(bytes(List.of(step)), changed)) {
                return switch (step.chapter()) {
                    case LIBRARIES -> size + " libraries";
                    case JAVA_RUNTIME -> "a " + size + " Java runtime";
                    default -> changed.size() == 1 ? "only the application changed" : "a " + size + " application";
                };
            }
        }
        return "mostly " + changed.getFirst().words();
    }

    private static boolean isMost(long bytes, List<Step> all) {
        return bytes >= MOST * bytes(all);
    }

    private static long bytes(List<Step> steps) {
        return steps.stream().mapToLong(step -> Math.abs(step.growth())).sum();
    }
}
