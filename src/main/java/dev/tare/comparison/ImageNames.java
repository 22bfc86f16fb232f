package dev.tare.comparison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.inspection.Inspection;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/** Decides the names of the images in a comparison. */
final class ImageNames {

    private ImageNames() {}

    /** The preferred names. If several images have the same name, their sources follow it. */
    static List<Inspection> apply(List<ComparedImage> images) {
        Map<String, Long> uses = images.stream().collect(groupingBy(ComparedImage::preferredName, counting()));
        return images.stream().map(image -> {
            String name = image.preferredName();
            boolean unique = uses.getOrDefault(name, 0L) < 2;
            return named(image.inspection(), unique ? name : name + " (" + image.source() + ")");
        }).toList();
    }

    /** The images in order. A number follows every further use of a name. */
    static List<Inspection> distinct(List<Inspection> images) {
        Set<String> taken = new HashSet<>();
        images.forEach(image -> taken.add(image.image().name()));
        Set<String> used = new HashSet<>();
        List<Inspection> distinct = new ArrayList<>();
        for (Inspection image : images) {
            String name = image.image().name();
            distinct.add(used.add(name) ? image : named(image, numbered(name, taken)));
        }
        return List.copyOf(distinct);
    }

    /** The names of the images in their sources. */
    static List<String> inSources(List<Inspection> images) {
        return images.stream().map(image -> image.image().name()).toList();
    }

    static Inspection named(Inspection image, String name) {
        return image.image().name().equals(name) ? image : image.withName(name);
    }

    private static String numbered(String name, Set<String> taken) {
        int number = 2;
        while (!taken.add(name + " (" + number + ")")) {
            number++;
        }
        return name + " (" + number + ")";
    }
}
