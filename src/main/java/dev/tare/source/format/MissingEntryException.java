package dev.tare.source.format;

import dev.tare.image.InvalidImageException;
import dev.tare.image.MediaType;
import org.jspecify.annotations.Nullable;

/** A document or layer that the image refers to is not in its source. */
public class MissingEntryException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String mediaType;

    private MissingEntryException(String rule, String entry, String message, @Nullable MediaType mediaType) {
        super(rule, entry, message, null);
        this.mediaType = mediaType == null ? null : mediaType.value();
    }

    /** A missing manifest, index or config. */
    public static MissingEntryException document(String source, String entry) {
        return new MissingEntryException("missing-document", entry, "The document \"" + entry + "\" is not in \""
                + source + "\", although the image refers to it. Save or copy the image again.", null);
    }

    /** A missing layer. Archives omit non-distributable layers. */
    public static MissingEntryException layer(String source, LayerPlan layer) {
        MediaType mediaType = layer.mediaType();
        String missing = "The layer \"" + layer.path() + "\" is not in \"" + source + "\"";
        boolean isLeftOut = mediaType != null && mediaType.isNonDistributable();
        return new MissingEntryException("missing-layer", layer.path(), isLeftOut ? missing + ": it has the media type "
                + mediaType
                + ", which archives leave out. Tare needs all layers: save the image where the layer is "
                + "available, with non-distributable layers included."
                : missing + ". Save or copy the image again, with all of its layers.", mediaType);
    }

    /** The media type of a missing layer, or {@code null} if the source does not state it. */
    public @Nullable String mediaType() {
        return this.mediaType;
    }
}
