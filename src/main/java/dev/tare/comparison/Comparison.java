package dev.tare.comparison;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.tare.comparison.file.FileMatrix;
import dev.tare.inspection.Inspection;

/**
 * Two or more images side by side. The others are compared with the first.
 *
 * @param images in the order of the request; each with a name of its own, a number behind it if need be
 */
public record Comparison(List<Inspection> images) {

    public Comparison {
        images = ImageNames.distinct(images);
        if (images.size() < 2) {
            throw new IllegalArgumentException("A comparison takes two or more images, but got " + images.size());
        }
    }

    /** A comparison of images under the names that people ask for, or that their sources give. */
    public static Comparison of(List<ComparedImage> images) {
        return new Comparison(ImageNames.apply(images));
    }

    /** The same comparison over an equal inspection of each image. The names stay. */
    public Comparison over(UnaryOperator<Inspection> equal) {
        return new Comparison(this.images.stream()
                .map(image -> ImageNames.named(equal.apply(image), image.image().name()))
                .toList());
    }

    /** The image that the others are compared with. */
    public Inspection reference() {
        return this.images.getFirst();
    }

    /** The changes from the image at index {@code from} to the one at {@code to}. */
    public Difference difference(int from, int to) {
        return Difference.between(this.images.get(from), this.images.get(to));
    }

    /** The images side by side, thing by thing. */
    public Matrix matrix() {
        return Matrix.of(this.images);
    }

    /**
     * The paths that are not the same in all images, the largest first.
     *
     * @param most the most rows, at least one; the counts cover all paths
     */
    public FileMatrix files(int most) {
        return FileMatrix.of(this.images.stream().map(Inspection::files).toList(), most);
    }

    /** Every layer once, in the order of the images, with the images that have it. */
    public List<LayerPresence> layers() {
        return LayerMatrix.of(this.images).rows();
    }

    /** The layers that each image shares with the others, in the order of the images. */
    public List<Sharing> sharing() {
        LayerMatrix matrix = LayerMatrix.of(this.images);
        return this.images.stream().map(matrix::sharingOf).toList();
    }
}
