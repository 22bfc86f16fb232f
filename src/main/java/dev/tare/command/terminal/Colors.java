package dev.tare.command.terminal;

import java.util.Locale;
import java.util.Map;

import dev.tare.image.InvalidValueException;

/**
 * Whether the text of a report has colors.
 *
 * @param onStandardOutput if standard output is the destination
 * @param inFile           if a file is the destination
 */
public record Colors(boolean onStandardOutput, boolean inFile) {

    public static final Colors NONE = new Colors(false, false);

    /**
     * Parses {@code auto}, {@code always} or {@code never}, in any case.
     *
     * @param automatic whether {@code auto} means colors on standard output
     * @throws InvalidValueException if the value is invalid
     */
    public static Colors parse(String text, boolean automatic) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> new Colors(automatic, false);
            case "always" -> new Colors(true, true);
            case "never" -> NONE;
            default -> throw new InvalidValueException("choice of colors", text, "auto, always or never");
        };
    }

    /**
     * Whether standard output has colors by default, by the convention of <a href="https://no-color.org">NO_COLOR</a>.
     *
     * @param terminal whether standard output is a terminal
     */
    public static boolean automatic(Map<String, String> environment, boolean terminal) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }
}
