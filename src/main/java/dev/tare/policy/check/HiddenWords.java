package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.secret.redaction.Redaction;

/**
 * The one place that detects words of a config in which a secret is masked, or whose end is cut. A check that would
 * judge by the missing part has no verdict.
 */
final class HiddenWords {

    /** How masking ends a text that it cuts. */
    private static final Pattern CUT = Pattern.compile("… \\([0-9]{1,10} (?:more )?(?:characters|words)\\)$");

    private HiddenWords() {}

    /** Whether a part of the text is not as in the image. */
    static boolean areIn(String text) {
        return text.contains(Redaction.HIDDEN) || CUT.matcher(text).find();
    }

    /** The words of a text. One hidden word stands for all from the first one with a hidden part, as it may be more. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            if (areIn(word)) {
                words.add(Redaction.HIDDEN);
                break;
            }
            words.add(word);
        }
        return words;
    }

    /** The reason why there is no verdict. */
    static String reason(String subject) {
        return subject + " hides a secret or is too long, so the hidden part cannot be judged.";
    }
}
