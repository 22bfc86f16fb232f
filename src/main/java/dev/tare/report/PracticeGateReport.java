package dev.tare.report;

import java.util.List;

import dev.tare.policy.FailOn;
import dev.tare.policy.check.Verdict;

/**
 * Whether the images follow the practices as far as it was asked. Asked are all images of a comparison but the first,
 * since whoever mends an image compares it with one that is not mended.
 *
 * @param failOn    from which verdict of a practice on an image fails
 * @param verdict   FAIL or PASS
 * @param stoppedBy what makes it fail; empty if it passes
 */
public record PracticeGateReport(FailOn failOn, Verdict verdict, List<Stop> stoppedBy) {

    public PracticeGateReport {
        stoppedBy = List.copyOf(stoppedBy);
    }

    /**
     * A finding that is not good enough.
     *
     * @param image    index of the image
     * @param practice identifier of the practice
     * @param verdict  FAIL or WARN
     */
    public record Stop(int image, String practice, Verdict verdict) {}
}
