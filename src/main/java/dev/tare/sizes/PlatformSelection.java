package dev.tare.sizes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * The platforms to read.
 *
 * @param platform the only one; {@code null} for the default of {@link Platform#select}, or if {@code all}
 * @param all      whether to read all platforms
 */
public record PlatformSelection(@Nullable Platform platform, boolean all) {

    /** The default of {@link Platform#select}. */
    public static final PlatformSelection DEFAULT = new PlatformSelection(null, false);

    public static final PlatformSelection ALL = new PlatformSelection(null, true);

    private static final String EVERY = "all";

    /** No image has so many. */
    static final int MAX = 32;

    public PlatformSelection {
        if (all && platform != null) {
            throw new IllegalArgumentException("All platforms are selected, and also " + platform);
        }
    }

    /**
     * Parses {@code os/architecture}, {@code os/architecture/variant} or {@code all}.
     *
     * @param text {@code null} for the default
     * @throws InvalidValueException if the text has another form
     */
    public static PlatformSelection parse(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        try {
            return text.equals(EVERY) ? ALL : of(Platform.parse(text));
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("platform", text, "os/architecture, os/architecture/variant or all");
        }
    }

    /** Selects one platform. */
    public static PlatformSelection of(@Nullable Platform platform) {
        return new PlatformSelection(platform, false);
    }

    /**
     * The selected ones of several images. Of images for one platform, the first is selected.
     *
     * @param name   of the image, for errors
     * @param images with their platforms
     * @throws LimitExceededException if there are more than 32
     */
    <T> List<T> select(String name, List<T> images, Function<T, @Nullable Platform> platform) {
        if (!this.all) {
            return Platform.select(this.platform, images, platform).stream().toList();
        }
        List<T> selected = new ArrayList<>();
        List<Platform> seen = new ArrayList<>();
        for (T image : images) {
            Platform own = platform.apply(image);
            if (own != null && seen.stream().noneMatch(own::isSame)) {
                seen.add(own);
                selected.add(image);
                if (seen.size() > MAX) {
                    throw LimitExceededException.fixed("platforms", MAX, "platforms", name);
                }
            }
        }
        return selected;
    }
}
