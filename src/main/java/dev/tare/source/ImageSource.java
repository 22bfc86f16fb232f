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
     * @throws dev.tare.image.InvalidImageException if the source is not one whole, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    default <T> ImageContents<T> read(LayerReader<T> reader) {
        return read(reader, KnownLayers.none());
    }

    /**
     * The same, but reads only the layers that are not known yet. A layer is taken for a known one if the manifest or
     * the config refers to it by that one's digests and its stored bytes have that digest; they are hashed and no more.
     *
     * @param known made by readers of the same kind, under the same limits
     */
    <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known);
}
