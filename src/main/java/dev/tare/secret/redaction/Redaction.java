package dev.tare.secret.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.secret.scan.SecretForms;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Writes texts without the secrets in them: those that have the form of one, and those that may be one by their name
 * or place. It hides more than the findings list, since a text without a word can still be read. Mask a text before
 * you cut it: half a secret has no form. To mask a masked text again changes nothing.
 */
public final class Redaction {

    /** What stands in place of a secret. */
    public static final String HIDDEN = "(hidden)";

    /** The longest text that is read as a whole: that takes up to three microseconds for each character. */
    public static final int MOST = 1 << 16;

    /**
     * The characters at the end of the text that is read, which are not shown. No private key is as long, so a key that
     * begins before them is found as a whole.
     */
    private static final int MARGIN = 1 << 14;

    /** The end of a text that was cut before. */
    private static final String CUT = "…";

    private static final Pattern BLANK_OR_QUOTE = Pattern.compile("[\\s\"'\\\\]");

    private Redaction() {}

    /**
     * A text, such as a command, an address, the step that made a layer, or a sentence with those in it. A text of more
     * than 65,536 characters is cut and ends with the number of characters that are missing. If a text ends with an
     * ellipsis, its last secret may lack its end, and is hidden as far as it goes.
     */
    public static String text(String text) {
        if (text.length() > MOST) {
            return beginning(text);
        }
        if (text.endsWith(CUT)) {
            int length = text.length() - CUT.length();
            return cutRanges(text.substring(0, length)).in(text, length) + CUT;
        }
        return ranges(text).in(text, text.length());
    }

    /** A sentence, whose full stop stays even behind a secret. */
    public static String sentence(String sentence) {
        String text = text(sentence);
        return sentence.endsWith(".") && !text.endsWith(".") ? text + "." : text;
    }

    private static String beginning(String text) {
        int cut = MOST - MARGIN;
        int length = Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut;
        return cutRanges(text.substring(0, MOST)).in(text, length) + "… (" + (text.length() - length)
                + " more characters)";
    }

    /** The value of a key that may name a secret. */
    public static @Nullable String value(@Nullable String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        return key != null && SecretNames.speakOfOne(key) ? HIDDEN : text(value);
    }

    /** A {@code NAME=value}. */
    public static String variable(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? text(variable)
                : text(variable.substring(0, equals)) + '='
                        + value(variable.substring(0, equals), variable.substring(equals + 1));
    }

    /** The words of one command, each of which may name the next one. */
    public static List<String> words(List<String> words) {
        if (words.stream().mapToLong(word -> word.length() + 1L).sum() > MOST) {
            return longWords(words);
        }
        HiddenRanges all = ranges(joined(words));
        String[] shown = new String[words.size()];
        int at = 0;
        for (int i = 0; i < shown.length; i++) {
            String word = words.get(i);
            HiddenRanges hidden = ranges(word);
            hidden.addAll(all, at, word.length());
            shown[i] = hidden.in(word, word.length());
            at += word.length() + 1;
        }
        return List.of(shown);
    }

    /** As many words as a text has room for, and how many more there are. */
    private static List<String> longWords(List<String> words) {
        int count = 0;
        for (int length = 0; length + words.get(count).length() < MOST - MARGIN; count++) {
            length += words.get(count).length() + 1;
        }
        List<String> shown = new ArrayList<>(
                count == 0 ? List.of(text(words.getFirst())) : words(words.subList(0, count)));
        int missing = words.size() - shown.size();
        if (missing > 0) {
            shown.add("… (" + missing + " more words)");
        }
        return shown;
    }

    /** The words with blanks between them and none inside, each as long as it was. */
    static String joined(List<String> words) {
        return words.stream().map(word -> BLANK_OR_QUOTE.matcher(word).replaceAll("_")).collect(joining(" "));
    }

    private static HiddenRanges cutRanges(String text) {
        HiddenRanges hidden = ranges(text);
        CutSecrets.find(text, hidden);
        return hidden;
    }

    private static HiddenRanges ranges(String text) {
        HiddenRanges hidden = new HiddenRanges();
        SecretForms.find(text).forEach(hit -> hidden.add(hit.start(), hit.end()));
        SecretForms.findJsonWebTokens(text).forEach(token -> hidden.add(token.start(), token.end()));
        TextSecrets.APPLICATION_KEY.matcher(text).results().forEach(key -> hidden.add(key.start(), key.end()));
        AddressUsers.find(text, hidden);
        NamedValues.find(text, hidden);
        ProgramPasswords.find(text, hidden);
        ContextPasswords.find(text, hidden);
        return hidden;
    }
}
