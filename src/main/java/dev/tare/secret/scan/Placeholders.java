package dev.tare.secret.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes placeholders in templates and documents from secrets. */
final class Placeholders {

    /**
     * The minimum length to judge a string. Of a million random strings of this length, all but one have at least {@link
     * #LEAST_DIFFERENT} different characters.
     */
    private static final int ENOUGH_TO_JUDGE = 20;

    private static final int LEAST_DIFFERENT = 9;

    private static final Pattern TEMPLATE =
            Pattern.compile("[$%@<{\\[(#].*|.*(?:\\$\\{|\\$\\(|\\{\\{|<[a-zA-Z]).*|\\*+|\\.+|-+|_+", Pattern.DOTALL);

    private static final Pattern STAND_IN = Pattern.compile(
            "example|change.?(?:me|it|this)|placeholder|replace.?me|your[_-]|redacted|dummy|xxxx|to.?be.?set",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> WORDS = Set.of("", "password", "passwd", "pass", "pwd", "secret", "token", "key",
            "user", "username", "none", "null", "nil", "true", "false", "yes", "no", "on", "off", "0", "1", "test",
            "testing", "foo", "bar", "foobar", "todo", "tbd", "unset", "undefined", "hidden", "default", "dev", "prod",
            "enabled", "disabled", "required", "optional", "string", "value", "empty", "plain", "auto", "file");

    private Placeholders() {}

    /** Whether the value is a placeholder. */
    static boolean isOne(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return WORDS.contains(lower) || lower.chars().distinct().count() < 2 || TEMPLATE.matcher(lower).matches()
                || STAND_IN.matcher(value).find();
    }

    /**
     * Whether the string can be generated: it has neither a few repeated characters nor placeholder words. A short string
     * always counts.
     */
    static boolean isRandom(String text) {
        return text.length() < ENOUGH_TO_JUDGE
                || (text.chars().distinct().count() >= LEAST_DIFFERENT && !STAND_IN.matcher(text).find()
                        && !text.contains("1234567890") && !text.contains("abcdefgh"));
    }
}
