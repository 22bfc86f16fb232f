package dev.tare.comparison;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.tare.comparison.file.FileMatrix;
import dev.tare.image.DiffId;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.KnownBases;
import org.jspecify.annotations.Nullable;

/**
 * One or more images side by side. The first is the reference for the others.
 *
 * @param images in the order of the request; each with a unique name, followed by a number if needed
 * @param bases  the base image of each image, which the other images may verify
 */
public record Comparison(List<Inspection> images, List<BaseImage> bases) {

    public Comparison {
        images = ImageNames.distinct(images);
        bases = List.copyOf(bases);
        if (images.isEmpty()) {
            throw new IllegalArgumentException("A comparison needs one or more images, but has none");
        }
    }

    /** A comparison of images with the names from their sources. */
    public Comparison(List<Inspection> images) {
        this(images, BaseGrades.of(ImageNames.distinct(images), ImageNames.inSources(images), KnownBases.NONE));
    }

    /** A comparison of images with requested names, or with the names from their sources. */
    public static Comparison of(List<ComparedImage> images) {
        return of(images, KnownBases.NONE);
    }

    /** A comparison in which these images are known as base images, too. */
    public static Comparison of(List<ComparedImage> images, KnownBases known) {
        List<Inspection> named = ImageNames.distinct(ImageNames.apply(images));
        List<String> names = ImageNames.inSources(images.stream().map(ComparedImage::inspection).toList());
        return new Comparison(named, BaseGrades.of(named, names, known));
    }

    /** The images with their base images of this comparison. */
    public List<Inspection> graded() {
        return IntStream.range(0, this.images.size())
                .mapToObj(i -> this.images.get(i).withBase(this.bases.get(i)))
                .toList();
    }

    /** The same comparison with an equal inspection for each image. The names stay. */
    public Comparison over(UnaryOperator<Inspection> equal) {
        return new Comparison(this.images.stream()
                .map(image -> ImageNames.named(equal.apply(image), image.image().name()))
                .toList(), this.bases);
    }

    /** The reference for the other images. */
    public Inspection reference() {
        return this.images.getFirst();
    }

    /** The changes from the image at index {@code from} to the one at {@code to}. */
    public Difference difference(int from, int to) {
        return Difference.between(this.images.get(from), this.images.get(to));
    }

    /** The facts of all images side by side. */
    public Matrix matrix() {
        return Matrix.of(this.images);
    }

    /**
     * The paths that differ in any image, the largest first.
     *
     * @param most the maximum number of rows, at least one; the counts cover all paths
     */
    public FileMatrix files(int most) {
        return FileMatrix.of(this.images.stream().map(Inspection::files).toList(), most);
    }

    /** Every layer once, in the order of the images, with the images that have it. */
    public List<LayerPresence> layers() {
        return LayerMatrix.of(this.images).rows();
    }

    /** For each image, the layers that it shares with the others. */
    public List<Sharing> sharing() {
        LayerMatrix matrix = LayerMatrix.of(this.images);
        return this.images.stream().map(matrix::sharingOf).toList();
    }

    /** The layers of the image at index {@code to} that it shares with the one at {@code from}. */
    public Sharing sharing(int from, int to) {
        return LayerMatrix.of(List.of(this.images.get(from), this.images.get(to))).sharingOf(this.images.get(to));
    }

    /**
     * A layer and the images that have it.
     *
     * @param uncompressedSize file bytes of the layer
     * @param compressedSize   size of the blob in bytes, in the first image that stores it compressed, or {@code null}
     * @param images           indexes of the images with the layer, ascending
     */
    public record LayerPresence(DiffId diffId, long uncompressedSize, @Nullable Long compressedSize,
            List<Integer> images) {

        public LayerPresence {
            images = List.copyOf(images);
        }

        /** Whether more than one image has the layer. */
        public boolean isShared() {
            return this.images.size() > 1;
        }
    }

    /**
     * The bytes that one image shares with the others of a comparison, by diff ID.
     *
     * @param sharedUncompressed bytes of its layers that at least one other image has
     * @param uniqueUncompressed bytes of its layers that no other image has; together with the shared ones, the whole image
     * @param sharedCompressed   bytes of the blobs that a node with the other images does not pull, each blob once;
     *                           {@code null} if one of them is stored uncompressed
     * @param uniqueCompressed   bytes of the blobs that a node with the other images must still pull, each blob once;
     *                           {@code null} if one of them is stored uncompressed
     */
    public record Sharing(int sharedLayers, int uniqueLayers, long sharedUncompressed, long uniqueUncompressed,
            @Nullable Long sharedCompressed, @Nullable Long uniqueCompressed) {}
}
