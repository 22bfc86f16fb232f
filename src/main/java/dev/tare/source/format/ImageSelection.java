package dev.tare.source.format;

import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The image to read from a source with several.
 *
 * @param name     a tag, an {@code org.opencontainers.image.ref.name}, or a manifest digest; {@code null} for the only
 *                 image
 * @param platform {@code null} for the default of {@link Platform#select}
 */
public record ImageSelection(@Nullable String name, @Nullable Platform platform) {

    /** Selects the only image. */
    public static final ImageSelection ONLY = new ImageSelection(null, null);
}
