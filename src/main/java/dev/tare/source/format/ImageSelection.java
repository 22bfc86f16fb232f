package dev.tare.source.format;

import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Which image to take where a source holds several.
 *
 * @param name     a tag, an {@code org.opencontainers.image.ref.name}, or a manifest digest; {@code null} takes the only
 *                 one
 * @param platform {@code null} takes the only platform there is, or this machine's
 */
public record ImageSelection(@Nullable String name, @Nullable Platform platform) {

    /** The only image there is. */
    public static final ImageSelection ONLY = new ImageSelection(null, null);
}
