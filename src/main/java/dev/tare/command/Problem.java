package dev.tare.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.secret.redaction.Redaction;

/** Describes a problem with a file in one line. */
final class Problem {

    private Problem() {}

    /** The message after the file, as it was given. Both are masked. */
    static String with(String file, Throwable problem) {
        return with(file, switch (problem) {
            case InvalidImageException invalid -> MaskedError.message(invalid);
            case UncheckedIOException unchecked -> reason(Objects.requireNonNull(unchecked.getCause()));
            case IOException io -> reason(io);
            case OutOfMemoryError memory -> "there is not enough memory; give Java more with -Xmx";
            default -> "something in Tare failed (" + MaskedError.of(problem)
                    + "); set TARE_DEBUG=1 to see where";
        });
    }

    /**
     * Masks the file and the problem by themselves. In one text, a file named {@code passwd} would look like the name of
     * the text after the colon.
     */
    static String with(String file, String problem) {
        return Redaction.text(file) + ": " + Redaction.sentence(problem);
    }

    private static String reason(IOException problem) {
        return switch (problem) {
            case NoSuchFileException none -> "there is no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException noFolder -> "not a folder";
            case FileAlreadyExistsException exists -> "there is something else already";
            default -> MaskedError.message(problem);
        };
    }
}
