package dev.tare.report;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.policy.FailOn;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying a policy to the images.
 *
 * @param budgets      one for each budget of the uncompressed size and image; they are rules, too
 * @param checkGate {@code null} if checks do not affect the verdict
 * @param waivers      as given
 * @param rules        one for each budget, required check and forbidden pattern, and each image to which it applies
 */
public record PolicyReport(List<Budget> budgets, @Nullable Gate checkGate, List<Waiver> waivers, List<Rule> rules) {

    public PolicyReport {
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
        rules = List.copyOf(rules);
    }

    /** FAIL if one rule or the gate fails, otherwise UNKNOWN if a rule cannot be judged. */
    Verdict verdict() {
        if (this.checkGate != null && this.checkGate.verdict() == Verdict.FAIL) {
            return Verdict.FAIL;
        }
        return Stream.of(Verdict.FAIL, Verdict.UNKNOWN)
                .filter(verdict -> this.rules.stream().anyMatch(rule -> rule.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.PASS);
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
     * baseline.
     *
     * @param failOn    the least verdict that fails the gate
     * @param images    indexes of the images that it applies to
     * @param verdict   FAIL or PASS
     * @param stoppedBy the findings that fail it; empty if it passes
     */
    public record Gate(FailOn failOn, List<Integer> images, Verdict verdict, List<Stop> stoppedBy) {

        public Gate {
            images = List.copyOf(images);
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
     * @param expires  the last day on which it applies, such as {@code 2027-01-31}; {@code null} without an end
     * @param expired  whether it no longer applies, because this day is over
     */
    public record Waiver(String check, String reason, List<Integer> images, @Nullable String expires,
            boolean expired) {

        public Waiver {
            images = List.copyOf(images);
        }

        /** Whether every image passes the check, so that the waiver can be removed. */
        public boolean waivesNothing() {
            return this.images.isEmpty() && !this.expired;
        }
    }

    /** The kind of a rule. */
    public enum Kind {

        BUDGET, CHECK, FORBIDDEN
    }

    /** The unit of the values of a rule. */
    public enum Unit {

        BYTES, COUNT
    }

    /**
     * The verdict of a budget, a required check or a forbidden pattern on one image.
     *
     * @param rule          stable identifier, such as {@code max-layers}, {@code required-check} or {@code forbidden-path}
     * @param subject       the part of the breakdown, the check or the pattern; {@code null} if the rule needs none
     * @param image         index of the image
     * @param verdict       PASS, FAIL, or UNKNOWN if the image or the baseline does not have the information
     * @param limit         of a budget, as given, such as {@code 5%}; otherwise {@code null}
     * @param limitValue    the most that a budget allows for this image; {@code null} if it is unknown
     * @param actualValue   the value of a budget, or the number of forbidden items; {@code null} if it is unknown
     * @param baselineValue the value of the baseline of a relative budget, otherwise {@code null}
     * @param unit          of these values; {@code null} for checks
     * @param evidence      a sentence with the figures
     * @param causes        the largest parts of a value that exceeds its limit, or the first forbidden items
     */
    public record Rule(Kind kind, String rule, @Nullable String subject, int image, Verdict verdict,
            @Nullable String limit, @Nullable Long limitValue, @Nullable Long actualValue,
            @Nullable Long baselineValue, @Nullable Unit unit, String evidence, List<Cause> causes) {

        public Rule {
            causes = List.copyOf(causes);
        }

        /** The identifier with its subject, such as {@code max-vulnerabilities critical}. */
        public String name() {
            return this.rule + (this.subject == null ? "" : " " + this.subject);
        }

        /** The name with its limit, such as {@code max-layers 20}. */
        public String title() {
            return name() + (this.limit == null ? "" : " " + this.limit);
        }
    }

    /**
     * A part of a value that exceeds its limit, or a forbidden item.
     *
     * @param kind   BREAKDOWN, LAYER, FILE or PACKAGE
     * @param name   of a line of the breakdown or of a package; of a layer the step that created it; of a file its path
     *               and whether a later layer deletes it
     * @param path   without a leading slash; {@code null} if it has none
     * @param layer  index of the layer; {@code null} if several or none have it
     * @param amount in the unit of the rule: the growth of parts that have grown; {@code null} for items
     */
    public record Cause(dev.tare.policy.Cause.Kind kind, String name, @Nullable String path, @Nullable Integer layer,
            @Nullable Long amount) {

        static Cause from(dev.tare.policy.Cause cause) {
            return new Cause(cause.kind(), cause.name(),
                    cause.kind() == dev.tare.policy.Cause.Kind.FILE ? cause.name().substring(1) : null, cause.layer(),
                    cause.amount());
        }
    }
}
