package dev.tare.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Explains why a source cannot be read and states the next step. The messages of file systems are only paths. */
public final class ReadFailures {

    private ReadFailures() {}

    /** An archive or folder that cannot be read. */
    public static UncheckedIOException of(String source, IOException cause) {
        return new UncheckedIOException("\"" + source + "\" cannot be read: " + problem(cause), cause);
    }

    /** An entry that cannot be read. */
    public static UncheckedIOException of(String source, String path, IOException cause) {
        return new UncheckedIOException("\"" + path + "\" in \"" + source + "\" cannot be read: " + problem(cause),
                cause);
    }

    private static String problem(IOException cause) {
        return switch (cause) {
            case NoSuchFileException none -> "there is no such file or folder. Check its path.";
            case AccessDeniedException denied -> "permission is denied. Allow the user that runs Tare to read it.";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
