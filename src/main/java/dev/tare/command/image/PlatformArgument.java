package dev.tare.command.image;

import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --platform}.
 *
 * @param platform {@code null} for all platforms
 */
public record PlatformArgument(@Nullable Platform platform) {

    private static final String ALL = "all";

    /**
     * Parses {@code os/architecture}, {@code os/architecture/variant} or {@code all}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static PlatformArgument parse(String text) {
        if (text.equals(ALL)) {
            return new PlatformArgument(null);
        }
        try {
            return new PlatformArgument(Platform.parse(text));
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("platform", text, "os/architecture, os/architecture/variant or all");
        }
    }
}
