package dev.tare.comparison;

import java.util.List;
import java.util.Optional;

/**
 * A package, library or runtime and what of it each image has.
 *
 * @param versions one for each image, in their order: its versions, sorted, an unknown one not among them; empty if the
 *                 image does not have it
 * @param differs  whether the images are not all the same in it, be it only in its content
 */
public record VersionRow(String ecosystem, String name, List<Optional<List<String>>> versions, boolean differs) {

    public VersionRow {
        versions = List.copyOf(versions);
    }
}
