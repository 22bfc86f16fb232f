package dev.tare.report;

import java.util.List;

import dev.tare.policy.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a practice says of an image. All images of a report have the same practices in the same order.
 *
 * @param id       short and stable, in kebab case
 * @param title    the practice in a few words
 * @param asks     what exactly is asked, in a sentence
 * @param why      why it matters, in a sentence
 * @param evidence sentences with the paths, values and bytes that the verdict rests on; never empty
 * @param remedy   what to do about it; {@code null} if there is nothing to do
 */
public record PracticeReport(String id, String title, String asks, String why, Verdict verdict,
        List<String> evidence, @Nullable String remedy) {}
