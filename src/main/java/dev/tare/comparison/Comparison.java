package dev.tare.comparison;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.comparison.file.FileMatrix;
import dev.tare.inspection.Inspection;

/**
 * Two or more images side by side. The first is the reference for the others.
 *
 * @param images in the order of the request; each with a unique name, followed by a number if needed
 */
public record Comparison(List<Inspection> images) {

    public Comparison {
        images = ImageNames.distinct(images);
        if (images.size() < 2) {
            throw new IllegalArgumentException("A comparison takes two or more images, but got " + images.size());
        }
    }

    /** A comparison of images with requested names, or with the names from their sources. */
    public static Comparison of(List<ComparedImage> images) {
        return new Comparison(ImageNames.apply(images));
    }

    /** The same comparison with an equal inspection for each image. The names stay. */
    public Comparison over(UnaryOperator<Inspection> equal) {
        return new Comparison(this.images.stream()
                .map(image -> ImageNames.named(equal.apply(image), image.image().name()))
                .toList());
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
     * @param most the greatest number of rows, at least one; the counts cover all paths
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
}
