package dev.tare.comparison;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.image.DiffId;
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
                .mapToObj(i -> withDoubt(known.verify(names.get(i), images.get(i).image(), images.get(i).base(),
                        others(images, names, i)), images, names, i))
                .toList();
    }

    /** Names in the sources decide about the repository, because people choose other names for a report. */
    private static List<KnownBase> others(List<Inspection> images, List<String> names, int image) {
        return IntStream.range(0, images.size())
                .filter(i -> i != image && !KnownBases.areUntagged(names.get(i), names.get(image))
                        && !KnownBases.areOfOneRepository(names.get(i), names.get(image)))
                .mapToObj(i -> KnownBase.of(images.get(i).image()))
                .toList();
    }

    /** Without tags, an image with fewer layers may be a base image, or an earlier build of the same repository. */
    private static BaseImage withDoubt(BaseImage base, List<Inspection> images, List<String> names, int image) {
        List<DiffId> layers = images.get(image).image().config().diffIds();
        return base.isBoundaryKnown() ? base
                : IntStream.range(0, images.size())
                        .filter(i -> i != image && KnownBases.areUntagged(names.get(i), names.get(image)))
                        .mapToObj(i -> KnownBase.of(images.get(i).image()))
                        .filter(other -> other.isBelow(layers) && other.diffIds().size() < layers.size())
                        .findFirst()
                        .map(other -> base.withSentence("The image begins with the layers of "
                                + other.name() + ". Neither has a tag, so " + other.name()
                                + " may be its base image, or an earlier build. Pass a base image with --base."))
                        .orElse(base);
    }
}
