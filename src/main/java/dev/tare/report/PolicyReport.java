package dev.tare.report;

import java.util.List;

import dev.tare.policy.FailOn;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying a policy to the images.
 *
 * @param budgets      one for each budget and image; empty without budgets
 * @param checkGate {@code null} if checks do not affect the verdict
 * @param waivers      as given
 */
public record PolicyReport(List<Budget> budgets, @Nullable Gate checkGate, List<Waiver> waivers) {

    public PolicyReport {
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
    }

    /** FAIL if one budget or the gate fails. */
    Verdict verdict() {
        boolean failed = (this.checkGate != null && this.checkGate.verdict() == Verdict.FAIL)
                || this.budgets.stream().anyMatch(budget -> budget.verdict() == Verdict.FAIL);
        return failed ? Verdict.FAIL : Verdict.PASS;
    }

    /**
     * The verdict of a budget on one image.
     *
     * @param budget                  {@code max-uncompressed} or {@code max-growth}
     * @param image                   index of the image
     * @param limit                   as given, such as {@code 200MB} or {@code 5%}
     * @param limitUncompressedBytes  the most that the image may have
     * @param actualUncompressedBytes the bytes of the image
     * @param verdict                 PASS or FAIL
     * @param evidence                a sentence with the figures
     */
    public record Budget(String budget, int image, String limit, long limitUncompressedBytes,
            long actualUncompressedBytes, Verdict verdict, String evidence) {}

    /**
     * The verdict on the checks that the policy requires. The gate applies to all images of a comparison except the
     * first, which is the state before a change.
     *
     * @param failOn    the least verdict that fails the gate
     * @param verdict   FAIL or PASS
     * @param stoppedBy the findings that fail it; empty if it passes
     */
    public record Gate(FailOn failOn, Verdict verdict, List<Stop> stoppedBy) {

        public Gate {
            stoppedBy = List.copyOf(stoppedBy);
        }
    }

    /**
     * A finding that fails the gate.
     *
     * @param image    index of the image
     * @param check identifier of the check
     * @param verdict  FAIL or WARN
     */
    public record Stop(int image, String check, Verdict verdict) {}

    /**
     * A check that a waiver exempts.
     *
     * @param check identifier of the check
     * @param reason   as given
     * @param images   indexes of the images that the waiver covers; empty if every image passes the check
     */
    public record Waiver(String check, String reason, List<Integer> images) {

        public Waiver {
            images = List.copyOf(images);
        }

        /** Whether every image passes the check, so that the waiver can be removed. */
        public boolean waivesNothing() {
            return this.images.isEmpty();
        }
    }
}
