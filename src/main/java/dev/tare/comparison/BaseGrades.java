package dev.tare.comparison;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.image.KnownBase;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.base.KnownBases;

/** Grades the base images of a comparison. An image may be the base of another one. */
final class BaseGrades {

    private BaseGrades() {}

    /**
     * The base image of each image.
     *
     * @param names of the images in their sources
     */
    static List<BaseImage> of(List<Inspection> images, List<String> names, KnownBases known) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> known.verify(names.get(i), images.get(i).image(), images.get(i).base(),
                        others(images, names, i)))
                .toList();
    }

    /** Names in the sources decide about the repository, because people choose other names for a report. */
    private static List<KnownBase> others(List<Inspection> images, List<String> names, int image) {
        return IntStream.range(0, images.size())
                .filter(i -> i != image && !KnownBases.areOfOneRepository(names.get(i), names.get(image)))
                .mapToObj(i -> KnownBase.of(images.get(i).image()))
                .toList();
    }
}
