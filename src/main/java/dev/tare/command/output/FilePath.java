package dev.tare.command.output;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import dev.tare.image.InvalidValueException;

/** Parses the path of a file that a command writes, or of one that is no image. */
public final class FilePath {

    /** Java decodes bytes that are no text in the encoding of the locale as this character. */
    private static final char REPLACEMENT = '\ufffd';

    private FilePath() {}

    /**
     * Parses a path.
     *
     * @throws InvalidValueException if it is not a path. If its bytes are lost, a file with another name would be written.
     */
    public static Path parse(String text) {
        if (text.indexOf(REPLACEMENT) >= 0) {
            throw new InvalidValueException("path", text,
                    "a path in the encoding of this locale; LC_ALL=C.UTF-8 has all characters of UTF-8");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException ex) {
            throw new InvalidValueException("path", text, "a path");
        }
    }
}
