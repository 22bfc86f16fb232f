package dev.tare.source.format;

import java.util.List;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One image of an OCI image layout.
 *
 * @param name      {@code null} if it has none
 * @param roots     what {@code index.json} says of it
 * @param manifests one for each platform, attestations left out
 */
record OciImage(@Nullable String name, List<Descriptor> roots, List<Descriptor> manifests) {

    OciImage {
        roots = List.copyOf(roots);
        manifests = List.copyOf(manifests);
    }

    /** What a person chooses it by. */
    String choice() {
        return this.name == null ? this.roots.getFirst().digest().toString() : this.name;
    }

    /** Two images with the same digests are one with two names. */
    List<Digest> digests() {
        return this.manifests.stream().map(Descriptor::digest).toList();
    }
}
