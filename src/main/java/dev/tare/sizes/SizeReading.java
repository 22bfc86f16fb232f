package dev.tare.sizes;

import dev.tare.image.InvalidImageException;

/** The result of reading the sizes of one image. A failure of one image does not affect the others. */
public sealed interface SizeReading {

    /**
     * The sizes of the image.
     *
     * @throws InvalidImageException if it cannot be read
     */
    default ReferenceSizes orThrow() {
        return switch (this) {
            case Read(ReferenceSizes sizes) -> sizes;
            case Failed(InvalidImageException problem) -> throw problem;
        };
    }

    /** The sizes of the image. */
    record Read(ReferenceSizes sizes) implements SizeReading {}

    /** The image cannot be read. */
    record Failed(InvalidImageException problem) implements SizeReading {}
}
