package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.inspection.Inspection;

/**
 * The name and the sizes of an image, which are enough for headlines and charts.
 *
 * @param index of the image in its comparison
 * @param name  display name
 * @param diffIds digests of its layers
 */
public record ImageSizes(int index, String name, List<String> diffIds, SizesReport sizes) {

    /** The sizes of the images of a comparison, without its report. */
    public static List<ImageSizes> of(Comparison comparison) {
        List<Inspection> images = comparison.images();
        return IntStream.range(0, images.size())
                .mapToObj(i -> new ImageSizes(i, images.get(i).image().name(), diffIds(images.get(i)),
                        SizesReport.of(images.get(i))))
                .toList();
    }

    /** The sizes in a report. */
    public static List<ImageSizes> of(ComparisonReport report) {
        return report.images().stream().map(ImageReport::asSizes).toList();
    }

    private static List<String> diffIds(Inspection image) {
        return image.image().config().diffIds().stream().map(Object::toString).toList();
    }
}
