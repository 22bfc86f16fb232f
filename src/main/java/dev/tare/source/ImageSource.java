package dev.tare.source;

/**
 * Where one image is kept. Reading it streams every layer once, in whatever order and on as many threads as suits the
 * source.
 */
public interface ImageSource {

    /** How errors and people call it: a file name or a reference. */
    String name();

    /**
     * Reads the image and hands each layer's tar to the reader. Every digest and size that the source states is checked.
     *
     * @throws dev.tare.image.InvalidImageException if what is there is not one whole, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    <T> ImageContents<T> read(LayerReader<T> reader);
}
