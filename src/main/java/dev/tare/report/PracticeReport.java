package dev.tare.report;

import java.util.List;

import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a practice says of an image. All images of a report have the same practices in the same order.
 *
 * @param id       short and stable, in kebab case
 * @param title    the practice in a few words
 * @param asks     what exactly is asked, in a sentence
 * @param why      why it matters, in a sentence
 * @param checks   of CIS and dockle that ask the same, such as {@code CIS-DI-0001}
 * @param evidence sentences with the paths, values and bytes that the verdict rests on; never empty
 * @param remedy   what to do about it; {@code null} if there is nothing to do
 * @param waivedBecause why it need not be followed, given by a waiver; {@code null} if it is not waived
 */
public record PracticeReport(String id, String title, String asks, String why, List<String> checks,
        Verdict verdict, List<String> evidence, @Nullable String remedy, @Nullable String waivedBecause) {

    /** Whether there is something to do or to find out, and nobody said that it need not be. */
    public boolean open() {
        return this.verdict.isOpen() && this.waivedBecause == null;
    }
}
