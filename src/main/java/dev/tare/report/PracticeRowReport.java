package dev.tare.report;

import java.util.List;

import dev.tare.policy.check.Verdict;

/**
 * A practice and how each image follows it.
 *
 * @param differs  whether the verdicts are not all the same
 * @param verdicts one for each image, in their order
 */
public record PracticeRowReport(String id, String title, boolean differs, List<Verdict> verdicts) {}
