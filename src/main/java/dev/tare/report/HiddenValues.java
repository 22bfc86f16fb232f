package dev.tare.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of reports, which are made to be posted where many read them. Whoever may pull the image can read
 * them there.
 */
final class HiddenValues {

    private HiddenValues() {}

    /** The values of all keys, by key. */
    static Map<String, String> values(Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(Redaction.text(key), String.valueOf(Redaction.value(key, value))));
        return shown;
    }

    static List<String> texts(List<String> texts) {
        return texts.stream().map(Redaction::text).toList();
    }

    static @Nullable String optional(@Nullable String text) {
        return text == null ? null : Redaction.text(text);
    }
}
