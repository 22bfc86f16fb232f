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

    /** The image that the others are held against. */
    public Inspection reference() {
        return this.images.getFirst();
    }

    /** What is different in the image at index {@code to} when seen from the one at {@code from}. */
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
     * @param most how many are told of one by one, at least one; all are counted
     */
    public FileMatrix files(int most) {
        return FileMatrix.of(this.images.stream().map(Inspection::files).toList(), most);
    }

    /** Every layer once, in the order of the images, with the images that have it. */
    public List<LayerPresence> layers() {
        return LayerMatrix.of(this.images).rows();
    }

    /** What each image has in common with the others, in the order of the images. */
    public List<Sharing> sharing() {
        LayerMatrix matrix = LayerMatrix.of(this.images);
        return this.images.stream().map(matrix::sharingOf).toList();
    }
}
