package dev.tare.toc;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** A layer has a table of contents that breaks a rule. */
final class InvalidTableException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /** @param problem a clause about the table, without a full stop */
    InvalidTableException(String layer, String problem) {
        this(layer, problem, null);
    }

    InvalidTableException(String layer, String problem, @Nullable Throwable cause) {
        super("invalid-table-of-contents", layer, "The table of contents of the layer \"" + layer
                + "\" cannot be used: " + problem
                + ". Leave out --toc-only to read the layers themselves, or build the image again.", cause);
    }
}
