package dev.tare.command.image;

import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.sizes.PlatformSelection;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --platform}.
 *
 * @param platform {@code null} for all platforms
 */
public record PlatformArgument(@Nullable Platform platform) {

    /**
     * Parses {@code os/architecture}, {@code os/architecture/variant} or {@code all}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static PlatformArgument parse(String text) {
        return new PlatformArgument(PlatformSelection.parse(text).platform());
    }

    /** The same for sizes. */
    public PlatformSelection selection() {
        return this.platform == null ? PlatformSelection.ALL : PlatformSelection.of(this.platform);
    }
}
