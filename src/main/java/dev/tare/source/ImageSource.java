package dev.tare.source;

import java.io.IOException;
import java.util.List;

import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.RequestBudget;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/** The source of one image. Reading it streams every layer once, in any order and on any number of threads. */
public interface ImageSource {

    /** The name in errors and reports: a file name or a reference. */
    String name();

    /** The same image, whose signatures are not searched while it is read. Only a registry has a search. */
    default ImageSource withoutSignatureSearch() {
        return this;
    }

    /**
     * Reads the image and passes the tar of each layer to the reader. It verifies every digest and size that the source
     * states.
     *
     * @throws dev.tare.image.InvalidImageException if the source is not one complete, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    default <T> ImageContents<T> read(LayerReader<T> reader, ImageBudget budget) {
        return read(reader, KnownLayers.none(), budget, new Progress());
    }

    /**
     * Lists the platforms of the image, in the order of its index, without reading layers.
     *
     * @throws dev.tare.image.InvalidImageException if the source streams once, or is no image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    default List<Platform> platforms(Deadline deadline) {
        throw UnsupportedImageException.streamsOnce(name());
    }

    /**
     * Plans the image and reads parts of its blobs, but no layer as a whole. Nothing verifies these parts.
     *
     * @throws dev.tare.image.InvalidImageException if the source streams once, or is no image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    default <T> T readParts(PartReader<T> reader, Deadline deadline) {
        throw UnsupportedImageException.withoutParts(name());
    }

    /**
     * Reads the image as a base of others. By default, this reads every layer, because the digests of its documents do not
     * prove that the layers have its diff IDs. A registry has content by its digest, so its documents are enough.
     *
     * @throws dev.tare.image.InvalidImageException if the source is not one complete, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    default KnownBase base(ImageBudget budget) {
        return KnownBase.of(read((layer, tar, layerBudget) -> true, budget).image());
    }

    /**
     * Reads the base image that an image from here names. By default, it is not read: an archive and an engine ask no
     * registry for another image.
     *
     * @param reference the name in the image, which may be hostile
     * @param platform  the platform of the image
     * @param request   remembers the base image for the other images
     * @return {@code null} if this source asks for no other images
     * @throws dev.tare.image.InvalidImageException if the base image cannot be read
     * @throws java.io.UncheckedIOException         if the thread is interrupted
     */
    default @Nullable KnownBase baseOf(String reference, Platform platform, RequestBudget request,
            Deadline deadline) {
        return null;
    }

    /**
     * Reads the image, but not its known layers. A layer is known if the manifest or the config refers to it by the
     * digests of a known one and its stored bytes have that digest. The bytes of known layers are only hashed. A source
     * that selects content by digests alone, such as a registry, is not asked for the bytes of layers that
     * {@link KnownLayers#findByDigestAlone} has.
     *
     * @param known    results of readers of the same kind, under the same limits
     * @param progress counts what is read
     */
    <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget, Progress progress);

    /** Reads parts of the blobs of an image. */
    @FunctionalInterface
    interface PartReader<T> {

        T read(ImagePlan plan, Blobs blobs) throws IOException;
    }
}
