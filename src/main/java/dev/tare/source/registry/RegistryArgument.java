package dev.tare.source.registry;

import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Registries;
import dev.tare.registry.Repository;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import org.jspecify.annotations.Nullable;

/** The name of an image in a registry. */
public final class RegistryArgument implements ImageArgument {

    private static final String PREFIX = "registry://";

    private final String text;

    private final ImageReference reference;

    private final Registries registries;

    private final @Nullable PinnedImage pinned;

    /**
     * @param text       as given
     * @param registries opens the client
     * @param pinned     the image to which the reference led, or {@code null} to request it
     */
    private RegistryArgument(String text, ImageReference reference, Registries registries,
            @Nullable PinnedImage pinned) {
        this.text = text;
        this.reference = reference;
        this.registries = registries;
        this.pinned = pinned;
    }

    /**
     * Parses {@code registry://REFERENCE} or {@code REFERENCE}, in the forms of {@link ImageReference#parse}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static RegistryArgument parse(String text, Registries registries) {
        return new RegistryArgument(text, ImageReference.parse(withoutPrefix(text)), registries, null);
    }

    /** Whether the text can only be the name of an image in a registry. */
    public static boolean isMarked(String text) {
        return text.startsWith(PREFIX);
    }

    @Override
    public String text() {
        return this.text;
    }

    /** The name in full. */
    public ImageReference reference() {
        return this.reference;
    }

    @Override
    public String name() {
        return withoutPrefix(this.text);
    }

    @Override
    public ImageArgument pinned(Deadline deadline) {
        try (Repository client = this.registries.client(this.reference, deadline)) {
            return new RegistryArgument(this.text, this.reference, this.registries,
                    new PinnedImage(RegistryBlobs.root(this.reference, client)));
        }
    }

    @Override
    public ImageSource open(@Nullable Platform platform, Limits limits) {
        return new RegistrySource(name(), this.reference, this.registries, this.pinned, platform, limits);
    }

    private static String withoutPrefix(String text) {
        return isMarked(text) ? text.substring(PREFIX.length()) : text;
    }
}
