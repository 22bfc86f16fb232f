package dev.tare.tls;

import java.nio.file.Path;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** A file does not have the certificates or the private key for which it is configured. The message has no content. */
public class InvalidPemException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /**
     * @param problem the problem and the next step, as the rest of a sentence that begins with the file
     */
    InvalidPemException(Path file, String problem, @Nullable Throwable cause) {
        super("invalid-pem", file.toString(), "The file \"" + file + "\" " + problem, cause);
    }
}
