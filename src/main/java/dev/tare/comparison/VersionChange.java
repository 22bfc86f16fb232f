package dev.tare.comparison;

import java.util.List;

/**
 * A package, library or runtime that is not the same in two images.
 *
 * @param ecosystem who keeps such things apart by name: {@code dpkg}, {@code apk}, {@code rpm}, {@code npm}, {@code pypi}, {@code java}
 * @param change    {@link Change#MODIFIED} with equal versions means that the version stayed, and the content of a
 *                  library or the modules of a runtime did not
 * @param from      the versions in the image that one starts from, sorted; an unknown one is not among them; those of a
 *                  package with its architecture if only that is another
 * @param to        the versions in the other image, likewise
 */
public record VersionChange(String ecosystem, String name, Change change, List<String> from, List<String> to) {

    public VersionChange {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
