package dev.tare.command.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tare.image.Platform;
import dev.tare.limits.LimitExceededException;

/**
 * The platforms that all images have, and those that only some have.
 *
 * @param common one row for each platform, with the platform as each image states it
 */
record CommonPlatforms(List<List<Platform>> common, List<Partial> partial) {

    /** No image has so many, and each is read like an image. */
    static final int MAX = 32;

    CommonPlatforms {
        common = common.stream().map(List::copyOf).toList();
        partial = List.copyOf(partial);
    }

    /**
     * Compares the platforms of images.
     *
     * @param images the platforms of each image
     * @throws LimitExceededException if an image has more than 32
     */
    static CommonPlatforms of(List<List<Platform>> images) {
        List<List<Platform>> common = new ArrayList<>();
        List<Partial> partial = new ArrayList<>();
        List<Platform> all = distinct(images);
        for (Platform platform : all) {
            List<Optional<Platform>> row = images.stream().map(image -> same(platform, image)).toList();
            if (row.stream().allMatch(Optional::isPresent)) {
                common.add(row.stream().flatMap(Optional::stream).toList());
            } else {
                List<Integer> having = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    if (row.get(i).isPresent()) {
                        having.add(i);
                    }
                }
                partial.add(new Partial(platform, having));
            }
        }
        return new CommonPlatforms(common, partial);
    }

    private static List<Platform> distinct(List<List<Platform>> images) {
        List<Platform> all = new ArrayList<>();
        for (List<Platform> image : images) {
            if (image.size() > MAX) {
                throw LimitExceededException.fixed("platforms", MAX, "platforms", null);
            }
            image.stream().filter(platform -> same(platform, all).isEmpty()).forEach(all::add);
        }
        return all;
    }

    private static Optional<Platform> same(Platform platform, List<Platform> image) {
        return image.stream().filter(platform::isSame).findFirst();
    }

    /**
     * A platform that is not compared.
     *
     * @param images the indexes of the images that have it
     */
    record Partial(Platform platform, List<Integer> images) {

        Partial {
            images = List.copyOf(images);
        }
    }
}
