package dev.tare.command.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.registry.RegistryException;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;

/** Describes a problem with a file in one line. */
public final class Problem {

    private static final String NO_PATH =
            " No file or folder has this name either: a path is relative to the current folder.";

    private Problem() {}

    /**
     * The message after the image, as it was given. If a registry does not have an image of this name, the name may be a
     * mistyped path.
     */
    public static String with(ImageArgument image, Throwable problem) {
        return with(image.text(), problem)
                + (problem instanceof RegistryException missing && missing.mayBeMistyped() && isBare(image.text())
                        ? NO_PATH
                        : "");
    }

    /** The message after the file, as it was given. Both are masked. */
    public static String with(String file, Throwable problem) {
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
    public static String with(String file, String problem) {
        return Redaction.text(file) + ": " + Redaction.sentence(problem);
    }

    /** Whether a person may have meant a path. A tag, a digest or a prefix shows that they did not. */
    private static boolean isBare(String image) {
        return image.indexOf(':') < 0 && image.indexOf('@') < 0;
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
