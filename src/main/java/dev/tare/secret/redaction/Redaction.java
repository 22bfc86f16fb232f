package dev.tare.secret.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.tare.secret.scan.SecretForms;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Masks the secrets in texts: values with the form of a secret, and values that may be secrets because of their name or
 * place. It hides more values than the findings list, because a text stays readable without them. Mask a text before
 * you cut it, because half a secret has no form. Masking a masked text again changes nothing.
 */
public final class Redaction {

    /** The replacement for a secret. */
    public static final String HIDDEN = "(hidden)";

    /**
     * The maximum length of a text that is read as a whole, in characters. Reading takes up to three microseconds per
     * character.
     */
    public static final int MOST = 1 << 16;

    /**
     * The number of characters that are read but not shown at the end of a long text. Private keys are shorter, so a
     * key that begins before these characters is found as a whole.
     */
    private static final int MARGIN = 1 << 14;

    /** The end of a text that was cut before. */
    private static final String CUT = "…";

    private static final Pattern BLANK_OR_QUOTE = Pattern.compile("[\\s\"'\\\\]");

    /** A hash of a password, as {@code crypt} writes it. */
    private static final Pattern CRYPT = Pattern.compile(
            "\\$(?:[1567y]|gy|2[abxy]?|apr1|md5|sha1|argon2\\w{1,2}|scrypt)\\$"
                    + "(?:[\\w=,./+-]{0,64}+\\$){1,4}+[\\w=./+-]{16,128}+");

    private Redaction() {}

    /**
     * Masks a text, such as a command, an address, a build step, or a sentence with these. A text of more than 65,536
     * characters is cut and ends with the number of missing characters. If a text ends with an ellipsis, its last
     * secret may lack its end. The available part of that secret is hidden.
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

    /**
     * Masks only keys and tokens with a recognizable form, which takes nanoseconds per character. Outputs call it
     * for each text, because the names of files and packages are too many for {@link #text}.
     */
    public static String tokens(String text) {
        HiddenRanges hidden = forms(text);
        return hidden.in(text, text.length());
    }

    /** Masks a sentence. A full stop after a secret stays. */
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

    /** Masks the value of a key. The whole value is hidden if the key may name a secret. */
    public static @Nullable String value(@Nullable String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        return key != null && SecretNames.mayNameSecret(key) ? HIDDEN : text(value);
    }

    /** Masks a variable in the form {@code NAME=value}. */
    public static String variable(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? text(variable)
                : text(variable.substring(0, equals)) + '='
                        + value(variable.substring(0, equals), variable.substring(equals + 1));
    }

    /** Masks the words of one command. Each word may be the name of the next one. */
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

    /** The words that fit into a text, and the number of missing words. */
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

    /** The words with blanks between them. Blanks and quotes inside a word are replaced, and its length stays. */
    static String joined(List<String> words) {
        return words.stream().map(word -> BLANK_OR_QUOTE.matcher(word).replaceAll("_")).collect(joining(" "));
    }

    private static HiddenRanges cutRanges(String text) {
        HiddenRanges hidden = ranges(text);
        CutSecrets.find(text, hidden);
        return hidden;
    }

    static HiddenRanges ranges(String text) {
        HiddenRanges hidden = forms(text);
        TextSecrets.APPLICATION_KEY.matcher(text).results().forEach(key -> hidden.add(key.start(), key.end()));
        CRYPT.matcher(text).results().forEach(hash -> hidden.add(hash.start(), hash.end()));
        AddressUsers.find(text, hidden);
        NamedValues.find(text, hidden);
        ProgramPasswords.find(text, hidden);
        ContextPasswords.find(text, hidden);
        return hidden;
    }

    private static HiddenRanges forms(String text) {
        HiddenRanges hidden = new HiddenRanges();
        SecretForms.find(text).forEach(hit -> hidden.add(hit.start(), hit.end()));
        SecretForms.findJsonWebTokens(text).forEach(token -> hidden.add(token.start(), token.end()));
        return hidden;
    }
}
