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

/**
 * The name of an image in a registry.
 *
 * @param text       as given
 * @param registries opens the client
 * @param known      documents that were requested before
 */
public record RegistryArgument(String text, ImageReference reference, Registries registries,
        KnownDocuments known) implements ImageArgument {

    private static final String PREFIX = "registry://";

    /**
     * Parses {@code registry://REFERENCE} or {@code REFERENCE}, in the forms of {@link ImageReference#parse}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static RegistryArgument parse(String text, Registries registries) {
        return new RegistryArgument(text, ImageReference.parse(withoutPrefix(text)), registries,
                KnownDocuments.NONE);
    }

    /**
     * The image, if it is in a registry.
     *
     * @throws InvalidValueException if it is somewhere else
     */
    public static RegistryArgument require(ImageArgument image) {
        if (image instanceof RegistryArgument named) {
            return named;
        }
        throw new InvalidValueException("image in a registry", image.text(), "the name of an image in a registry, "
                + "because only manifests and configs are read. \"tare inspect\" shows the sizes of archives and of "
                + "images in engines");
    }

    /** Whether the text can only be the name of an image in a registry. */
    public static boolean isMarked(String text) {
        return text.startsWith(PREFIX);
    }

    @Override
    public String name() {
        return withoutPrefix(this.text);
    }

    /** The same argument, but each document is requested only once, also if the image is read several times. */
    public RegistryArgument remembering() {
        return remembering(KnownDocuments.Room.usual());
    }

    /** The same with room that several images share. Documents without room are requested again. */
    public RegistryArgument remembering(KnownDocuments.Room room) {
        return new RegistryArgument(this.text, this.reference, this.registries, KnownDocuments.keeping(room));
    }

    /** Gives the room of its documents to others. The image that the name means stays the same. */
    public void forget() {
        this.known.forget();
    }

    @Override
    public ImageArgument pinned(Deadline deadline) {
        RegistryArgument pinned = remembering();
        try (Repository client = this.registries.client(this.reference, deadline)) {
            new DocumentRequests(name(), client, Limits.DEFAULTS, pinned.known).root(this.reference);
        }
        return pinned;
    }

    @Override
    public ImageSource open(@Nullable Platform platform, Limits limits) {
        return new RegistrySource(name(), this.reference, this.registries, this.known, platform, limits);
    }

    private static String withoutPrefix(String text) {
        return isMarked(text) ? text.substring(PREFIX.length()) : text;
    }
}
