package dev.tare.command.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import dev.tare.image.InvalidValueException;

/** How standard error shows the progress of reading images. */
public enum ProgressMode {

    NONE,

    /** A line every few seconds, for logs. */
    PLAIN,

    /** Lines that are replaced, for terminals. */
    LIVE;

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /**
     * Parses {@code auto}, {@code plain} or {@code none}, in any case.
     *
     * @param automatic the meaning of {@code auto}
     * @throws InvalidValueException if the value is invalid
     */
    public static ProgressMode parse(String text, ProgressMode automatic) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> automatic;
            case "plain" -> PLAIN;
            case "none" -> NONE;
            default -> throw new InvalidValueException("choice of progress", text, "auto, plain or none");
        };
    }

    /**
     * The mode without an option. Build services set {@code CI}, also where they give a terminal.
     *
     * @param terminal whether standard error is a terminal
     */
    public static ProgressMode automatic(Map<String, String> environment, boolean terminal) {
        return terminal && environment.getOrDefault("CI", "").isEmpty() && !"dumb".equals(environment.get("TERM"))
                ? LIVE
                : NONE;
    }

    /**
     * Whether standard error is a terminal. Java only knows that about its standard input and output.
     *
     * @param others whether these are terminals, which decides where Linux does not
     */
    public static boolean isTerminal(boolean others) {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException | SecurityException ex) {
            return others;
        }
    }
}
