package dev.tare.content;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses lines that a shell would assign: {@code NAME=value} or {@code NAME="value"}. Other lines are skipped. */
public final class KeyValueLines {

    private KeyValueLines() {}

    public static Map<String, String> parse(byte[] content) {
        Map<String, String> values = new LinkedHashMap<>();
        new String(content, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, equals).strip(), unquote(line.substring(equals + 1).strip()));
            }
        });
        return values;
    }

    private static String unquote(String value) {
        if (!isQuoted(value, '"') && !isQuoted(value, '\'')) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return value.charAt(0) == '"' ? inner.replaceAll("\\\\([\"$`\\\\])", "$1") : inner;
    }

    private static boolean isQuoted(String value, char quote) {
        return value.length() > 1 && value.charAt(0) == quote && value.charAt(value.length() - 1) == quote;
    }
}
