package dev.tare.registry;

import java.nio.file.Path;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** A file that configures registries does not have the expected form. The message quotes no value, except of mirrors. */
public class InvalidRegistriesException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /** @param problem the problem with its place in the file, without a full stop */
    InvalidRegistriesException(Path file, String problem, @Nullable Throwable cause) {
        super("invalid-registries", file.toString(),
                "The file of registries \"" + file + "\" cannot be used: " + problem
                        + ". Correct it; docs/REGISTRIES.md has its form.",
                cause);
    }
}
