package dev.tare.sizes;

import dev.tare.image.InvalidImageException;

/** The result of reading the sizes of one image. A failure of one image does not affect the others. */
public sealed interface SizeReading {

    /** The sizes of the image. */
    record Read(ReferenceSizes sizes) implements SizeReading {}

    /** The image cannot be read. */
    record Failed(InvalidImageException problem) implements SizeReading {}
}
