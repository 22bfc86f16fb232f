package dev.tare.archive;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** Compressed bytes are damaged, cut off, or followed by bytes that do not belong to them. */
class CorruptDataException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what    {@code layer} or {@code archive}
     * @param name    how people call it
     * @param problem a sentence without its end
     */
    CorruptDataException(String what, String name, String problem, @Nullable Throwable cause) {
        super("corrupt-" + what, name,
                "The " + what + " \"" + name + "\" is damaged: " + problem + ". Save or copy the image again.", cause);
    }
}
