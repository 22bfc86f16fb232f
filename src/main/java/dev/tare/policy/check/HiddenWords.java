package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.secret.redaction.Redaction;

/**
 * Detects words of a config with a masked secret, or with a cut end. A check that needs the missing part returns the
 * verdict unknown.
 */
final class HiddenWords {

    /** The end of a text that masking cut. */
    private static final Pattern CUT = Pattern.compile("… \\([0-9,]{1,13} (?:more )?(?:characters|words)\\)$");

    private HiddenWords() {}

    /** Whether a part of the text is masked or cut. */
    static boolean areIn(String text) {
        return text.contains(Redaction.HIDDEN) || CUT.matcher(text).find();
    }

    /** The words of a text up to the first hidden one, which may be several words. */
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

    /** The reason for the verdict unknown. */
    static String reason(String subject) {
        return subject + " contains a masked secret or is too long, so Tare cannot check it.";
    }
}
