package dev.tare.comparison;

import java.util.List;
import java.util.Optional;

/**
 * A package, library or runtime and what of it each image has.
 *
 * @param versions one for each image, in their order: its versions, sorted, an unknown one not among them; empty if the
 *                 image does not have it
 * @param extents  one for each image: the extents of its Java runtimes, such as {@code 70 modules, JDK}; empty for all else
 * @param differs  whether the images are not all the same in it, be it only in its content
 */
public record VersionRow(String ecosystem, String name, List<Optional<List<String>>> versions,
        List<List<String>> extents, boolean differs) {

    /** A row of what has no extent. */
    VersionRow(String ecosystem, String name, List<Optional<List<String>>> versions, boolean differs) {
        this(ecosystem, name, versions, versions.stream().map(version -> List.<String>of()).toList(), differs);
    }

    public VersionRow {
        versions = List.copyOf(versions);
        extents = List.copyOf(extents);
    }
}
