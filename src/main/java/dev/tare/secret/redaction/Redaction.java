package dev.tare.secret.redaction;

import java.util.List;
import java.util.regex.Pattern;

import dev.tare.secret.Window;
import dev.tare.secret.scan.AnchorSearch;
import dev.tare.secret.scan.JsonWebTokens;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * Writes texts without the secrets in them: those that are found by their form, and what may be one by its name or
 * place. It hides more than is told as a finding, since a text that lacks a word can still be read. A text goes through
 * it before it is cut, as half a secret has no form.
 */
public final class Redaction {

    /** What stands in place of a secret. */
    public static final String HIDDEN = "(hidden)";

    private static final Pattern BLANK_OR_QUOTE = Pattern.compile("[\\s\"'\\\\]");

    private Redaction() {}

    /** A text, such as a command, an address, the step that made a layer, or a sentence with those in it. */
    public static String text(String text) {
        return ranges(text).in(text);
    }

    /** The value of a key, which may say that it is a secret. */
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
                : variable.substring(0, equals + 1)
                        + value(variable.substring(0, equals), variable.substring(equals + 1));
    }

    /** The words of one command, each of which may say what the next one is. */
    public static List<String> words(List<String> words) {
        HiddenRanges all = ranges(joined(words));
        String[] shown = new String[words.size()];
        int at = 0;
        for (int i = 0; i < shown.length; i++) {
            String word = words.get(i);
            HiddenRanges hidden = ranges(word);
            hidden.addAll(all, at, word.length());
            shown[i] = hidden.in(word);
            at += word.length() + 1;
        }
        return List.of(shown);
    }

    /** The words with blanks between them and none inside, each as long as it was. */
    static String joined(List<String> words) {
        return words.stream().map(word -> BLANK_OR_QUOTE.matcher(word).replaceAll("_")).collect(joining(" "));
    }

    private static HiddenRanges ranges(String text) {
        HiddenRanges hidden = new HiddenRanges();
        Window window = Window.of(text);
        AnchorSearch.find(window, 0, window.end(), (hit, at) -> hidden.add(hit.start(), hit.end()));
        JsonWebTokens.find(text).forEach(token -> hidden.add(token.start(), token.end()));
        TextSecrets.APPLICATION_KEY.matcher(text).results().forEach(key -> hidden.add(key.start(), key.end()));
        AddressUsers.find(text, hidden);
        NamedValues.find(text, hidden);
        ProgramPasswords.find(text, hidden);
        GivenPasswords.find(text, hidden);
        return hidden;
    }
}
