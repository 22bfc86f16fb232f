package dev.tare.archive;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** Compressed bytes are damaged, truncated, or followed by unrelated bytes. */
public class CorruptDataException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /**
     * @param what    {@code layer} or {@code archive}
     * @param name    the name of the layer or archive
     * @param problem a clause without a full stop
     */
    CorruptDataException(String what, String name, String problem, @Nullable Throwable cause) {
        super("corrupt-" + what, name,
                "The " + what + " \"" + name + "\" is damaged: " + problem + ". Save or copy the image again.", cause);
        this.problem = problem;
    }

    /** A clause about the bytes, without a full stop. */
    public String problem() {
        return this.problem;
    }
}
