package dev.tare.source;

import java.io.IOException;
import java.nio.file.Path;

import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/** An image as a person gives it to the command or the service. Each kind of source reads its own form. */
public interface ImageArgument {

    /** The text as given. */
    String text();

    /** A short name for lists and errors, such as the name of a file. */
    String name();

    /**
     * Checks that the image may exist, without reading it. A service with a wrong argument fails at its start.
     *
     * @throws IOException if the image certainly does not exist; by default, only reading shows that
     */
    default void check() throws IOException {}

    /**
     * Whether a file is the image or a part of it, also under another name. A command must not overwrite it. By default, the
     * image is elsewhere.
     *
     * @throws IOException if that cannot be determined
     */
    default boolean contains(Path file) throws IOException {
        return false;
    }

    /** Whether the image streams by only once, so that no second argument can read it. */
    default boolean isReadOnce() {
        return false;
    }

    /**
     * The same argument for what its name means now, if the name can move to another image. A command that reads several
     * platforms of one image needs it.
     *
     * @throws dev.tare.image.InvalidImageException if the image cannot be found
     */
    default ImageArgument pinned(Deadline deadline) {
        return this;
    }

    /**
     * Opens the source of the image.
     *
     * @param platform the platform to select, or {@code null} for the default of {@link Platform#select}
     */
    ImageSource open(@Nullable Platform platform, Limits limits);
}
