package dev.tare.comparison;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.comparison.file.FileMatrix;
import dev.tare.inspection.Inspection;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/**
 * Two or more images side by side, the first being what the others are held against.
 *
 * @param images in the order that was asked for
 */
public record Comparison(List<Inspection> images) {

    public Comparison {
        images = List.copyOf(images);
        if (images.size() < 2) {
            throw new IllegalArgumentException("A comparison takes two or more images, but got " + images.size());
        }
    }

    /**
     * A comparison in which images that have one name are called by their sources as well.
     *
     * @param sources where each image comes from, such as the name of its file
     */
    public static Comparison of(List<Inspection> images, List<String> sources) {
        Map<String, Long> uses = images.stream().collect(groupingBy(Comparison::name, counting()));
        return new Comparison(IntStream.range(0, images.size())
                .mapToObj(i -> uses.getOrDefault(name(images.get(i)), 0L) < 2 ? images.get(i)
                        : images.get(i).withName(name(images.get(i)) + " (" + sources.get(i) + ")"))
                .toList());
    }

    private static String name(Inspection image) {
        return image.image().name();
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
