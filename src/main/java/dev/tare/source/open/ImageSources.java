package dev.tare.source.open;

import java.util.List;
import java.util.Objects;

import dev.tare.source.ImageArgument;
import dev.tare.source.archive.ArchivePath;
import org.jspecify.annotations.Nullable;

/** The list of the kinds of source. The form of a given text decides which kind reads the image. */
public final class ImageSources {

    /** The first kind that accepts a text reads it. A path may be any text, so paths come last. */
    private static final List<Kind> KINDS = List.of(ArchivePath::parse);

    private ImageSources() {}

    /**
     * Finds the source of an image that a person gives as {@code PATH} or {@code PATH#NAME}.
     *
     * @throws dev.tare.image.InvalidValueException if the text has none of these forms
     */
    public static ImageArgument parse(String text) {
        return KINDS.stream().map(kind -> kind.parse(text)).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    @FunctionalInterface
    private interface Kind {

        /** The image that the text names, or {@code null} if the text has another kind's form. */
        @Nullable
        ImageArgument parse(String text);
    }
}
