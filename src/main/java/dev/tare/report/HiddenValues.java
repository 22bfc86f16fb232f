package dev.tare.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of reports, which people post where many read them. All masking of the report is here: the reporters
 * call it where they copy text out of an inspection.
 */
public final class HiddenValues {

    private HiddenValues() {}

    /** A text that may have secrets in it. */
    public static String text(String text) {
        return Redaction.text(text);
    }

    static @Nullable String optional(@Nullable String text) {
        return text == null ? null : Redaction.text(text);
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Redaction::text).toList();
    }

    /** The value of a key, which may show that it is secret. */
    static @Nullable String value(@Nullable String key, @Nullable String value) {
        return Redaction.value(key, value);
    }

    /** The values of all keys, by key. */
    static Map<String, String> values(Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(Redaction.text(key), String.valueOf(Redaction.value(key, value))));
        return shown;
    }

    /** {@code NAME=value} each. */
    static List<String> variables(List<String> variables) {
        return variables.stream().map(Redaction::variable).toList();
    }

    /** The words of a command. */
    static List<String> words(List<String> words) {
        return Redaction.words(words);
    }
}
