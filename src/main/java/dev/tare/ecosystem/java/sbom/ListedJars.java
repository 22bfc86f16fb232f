package dev.tare.ecosystem.java.sbom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.tare.image.Digest;

/**
 * The libraries of any number of bills of materials, by the digest of their jar. A digest that the documents list with
 * different coordinates is no evidence.
 */
public final class ListedJars {

    private final Map<Digest, Optional<ListedLibrary>> byDigest = new HashMap<>();

    public void add(BillOfMaterials bill) {
        for (ListedLibrary library : bill.libraries()) {
            if (library.content() != null) {
                this.byDigest.merge(library.content(), Optional.of(library), ListedJars::agreed);
            }
        }
    }

    private static Optional<ListedLibrary> agreed(Optional<ListedLibrary> first, Optional<ListedLibrary> second) {
        return first.filter(library -> library.hasCoordinatesOf(second.orElseThrow()));
    }

    /** The library that is this jar; empty if the documents do not list the jar, or contradict each other. */
    public Optional<ListedLibrary> find(Digest content) {
        return this.byDigest.getOrDefault(content, Optional.empty());
    }
}
