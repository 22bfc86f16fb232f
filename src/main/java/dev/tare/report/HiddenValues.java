package dev.tare.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Keeps values that look secret by their names out of reports, which are made to be posted where many read them. Whoever
 * may pull the image can read the values there.
 */
final class HiddenValues {

    static final String HIDDEN = "(hidden)";

    private static final String SECRET =
            "(?i:PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|API_?KEY|PRIVATE|ACCESS_?KEY)";

    private static final Pattern KEY = Pattern.compile(SECRET);

    /**
     * An assignment inside of a text. What the name begins with need not match; what follows is bounded. A value goes to
     * the next space, since a password may have any other sign in it.
     */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(" + SECRET + "[\\w.-]{0,64}=)(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"']++)");

    /** What a URL has between its scheme and its host. */
    private static final Pattern USER_INFO = Pattern.compile("://[^/?#\\s\"']*@");

    private HiddenValues() {}

    /** The value of a key as a report may show it. */
    static @Nullable String value(@Nullable String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value;
        }
        return key != null && KEY.matcher(key).find() ? HIDDEN : text(value);
    }

    /** The values of all keys, by key. */
    static Map<String, String> values(Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>();
        values.forEach((key, value) -> shown.put(key, String.valueOf(value(key, value))));
        return shown;
    }

    /** A {@code NAME=value}. */
    static String variable(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable
                : variable.substring(0, equals + 1)
                        + value(variable.substring(0, equals), variable.substring(equals + 1));
    }

    /** A text, such as a command or the step that made a layer, without the secrets that it assigns. */
    static String text(String text) {
        String assigned = ASSIGNMENT.matcher(text).replaceAll("$1" + HIDDEN);
        return USER_INFO.matcher(assigned).replaceAll("://" + HIDDEN + "@");
    }

    static @Nullable String optional(@Nullable String text) {
        return text == null ? null : text(text);
    }
}
