package dev.tare.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * An image on the command line.
 *
 * @param text as given
 * @param path of an archive or of a folder with an OCI image layout
 * @param name selects one of several images, or {@code null} for the only one
 */
record ImageArgument(String text, Path path, @Nullable String name) {

    private static final String EXPECTED = "a path, or path#name";

    /** The JVM reads and writes paths in the locale's encoding. */
    private static final String WRITABLE = ", that this locale can write; LC_ALL=C.UTF-8 can write any";

    /**
     * Parses {@code PATH} or {@code PATH#NAME}. An existing path counts as a path, even with a {@code #} in it.
     * Otherwise the name begins after the last {@code #}.
     *
     * @throws InvalidValueException if the text is not a valid path
     */
    static ImageArgument parse(String text) {
        int hash = text.lastIndexOf('#');
        if (hash <= 0 || hash == text.length() - 1 || Files.exists(path(text))) {
            return new ImageArgument(text, path(text), null);
        }
        return new ImageArgument(text, path(text.substring(0, hash)), text.substring(hash + 1));
    }

    private static Path path(String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException ex) {
            throw new InvalidValueException("image", text, EXPECTED + (isAscii(text) ? "" : WRITABLE));
        }
        throw new InvalidValueException("image", text, EXPECTED);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
