package dev.tare.registry;

import java.nio.file.Path;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/**
 * A file that configures registries, or a file with a password that it names, cannot be used. The message quotes no value,
 * except of mirrors.
 */
public class InvalidRegistriesException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** @param problem the problem with its place in the file, without a full stop */
    InvalidRegistriesException(Path file, String problem, @Nullable Throwable cause) {
        this(file, "the file of registries \"" + file + "\" cannot be used: " + problem
                + ". Correct it; docs/REGISTRIES.md has its form.", "The", cause);
    }

    private InvalidRegistriesException(Path file, String problem, String start, @Nullable Throwable cause) {
        super("invalid-registries", file.toString(), start + problem.substring("the".length()), cause);
        this.problem = problem;
    }

    /** @param problem the problem and the next step, as the rest of a sentence that begins with the file */
    static InvalidRegistriesException password(String registry, Path file, String problem, @Nullable Throwable cause) {
        return new InvalidRegistriesException(file, "the file with the password of the registry " + registry + ", \""
                + file + "\", " + problem, "The", cause);
    }

    /** The message, as the rest of a sentence. */
    String problem() {
        return this.problem;
    }
}
