package dev.tare.report.document;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import org.jspecify.annotations.Nullable;

/** The platforms of images in words. Most images of a report have one and the same, which needs no words. */
public final class PlatformWords {

    /** Platforms to name; an index may list any number. */
    private static final int NAMED = 20;

    private PlatformWords() {}

    /** The platform of an image and the names of the others. */
    public static Line whole(ImageReport image) {
        List<String> others = image.identity().otherPlatforms();
        List<Line> named = new ArrayList<>();
        others.stream().limit(NAMED).forEach(platform -> named.add(Line.of(new Value.Code(platform))));
        if (others.size() > NAMED) {
            named.add(Line.of(new Value.Count(others.size() - NAMED), " more"));
        }
        return Line.of(new Value.Code(image.identity().platform()), "; the source also has ", Line.joined(named, ", "));
    }

    /** A sentence if the images have different platforms, or another one could have been selected; otherwise {@code null}. */
    public static @Nullable Line brief(List<ImageReport> images) {
        ImageReport first = images.getFirst();
        if (differ(images)) {
            return Line.of("The images are for different platforms: ",
                    Line.joined(images.stream()
                            .map(image -> Line.of("#" + (image.index() + 1) + " ", ofSeveral(image)))
                            .toList(), ", "));
        }
        return images.stream()
                .filter(image -> !image.identity().otherPlatforms().isEmpty())
                .findFirst()
                .map(image -> Line.of("Platform: ", images.size() == 1 ? ofSeveral(first)
                        : Line.of(new Value.Code(first.identity().platform()))))
                .orElse(null);
    }

    /** A sentence if the images of a comparison have different platforms, or {@code null}. */
    public static @Nullable Line difference(ComparisonReport report) {
        return differ(report.images()) ? brief(report.images()) : null;
    }

    private static boolean differ(List<ImageReport> images) {
        return !images.stream().allMatch(image -> image.identity().hasPlatformOf(images.getFirst().identity()));
    }

    private static Line ofSeveral(ImageReport image) {
        int others = image.identity().otherPlatforms().size();
        return Line.of(new Value.Code(image.identity().platform()), others == 0 ? null : ", one of ",
                others == 0 ? null : new Value.Count(others + 1));
    }
}
