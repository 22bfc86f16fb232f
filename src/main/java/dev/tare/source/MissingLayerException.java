package dev.tare.source;

import dev.tare.image.InvalidImageException;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/** A layer that the image refers to is not in its source. */
public class MissingLayerException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String mediaType;

    MissingLayerException(String source, String entry, @Nullable MediaType mediaType) {
        super("missing-layer", entry, message(source, entry, mediaType), null);
        this.mediaType = mediaType == null ? null : mediaType.value();
    }

    /** The layer's media type, or {@code null} if the source does not tell. */
    public @Nullable String mediaType() {
        return this.mediaType;
    }

    private static String message(String source, String entry, @Nullable MediaType mediaType) {
        String missing = "The layer \"" + entry + "\" is not in \"" + source + "\"";
        if (mediaType != null && mediaType.isNonDistributable()) {
            return missing + ": it is of the type " + mediaType
                    + ", which archives leave out. Tare weighs only what it can read: save the image from where the "
                    + "layer is, with non-distributable layers included.";
        }
        return missing + ". Save or copy the image again, with all of its layers.";
    }
}
