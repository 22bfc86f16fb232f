package dev.tare.source.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/** Selects one of the manifests of an image by {@link Platform#select}, and lists the others. */
final class PlatformChoice {

    /** No image has so many. */
    private static final int MAX_OTHERS = 100;

    private final OciDocuments documents;

    private final Entries entries;

    private final @Nullable Platform wanted;

    PlatformChoice(OciDocuments documents, Entries entries, @Nullable Platform wanted) {
        this.documents = documents;
        this.entries = entries;
        this.wanted = wanted;
    }

    Descriptor choose(List<Descriptor> manifests) {
        List<Descriptor> present = present(manifests);
        List<Descriptor> candidates = this.wanted == null ? withoutArtifacts(present) : present;
        return Platform.select(this.wanted, candidates, this::platformOf)
                .orElseThrow(() -> NoSuchImageException.forPlatform(this.entries.name(),
                        this.wanted == null ? Platform.ofThisMachine() : this.wanted,
                        distinct(withOffered(candidates, manifests).map(this::platformOf)).stream()
                                .map(Platform::toString)
                                .toList()));
    }

    /** The platforms of all manifests, in their order. */
    List<Platform> all(List<Descriptor> manifests) {
        return distinct(withOffered(withoutArtifacts(present(manifests)), manifests).map(this::platformOf));
    }

    /** The platforms besides the chosen one that descriptors state. No document is read only for this list. */
    List<Platform> others(List<Descriptor> manifests, Descriptor chosen, Platform actual) {
        return distinct(withOffered(present(manifests), manifests).filter(manifest -> !manifest.equals(chosen))
                .map(Descriptor::platform)).stream()
                .filter(platform -> !platform.isSame(actual))
                .limit(MAX_OTHERS)
                .toList();
    }

    /** Also those that the source leaves out because they are for other platforms. */
    private Stream<Descriptor> withOffered(List<Descriptor> candidates, List<Descriptor> manifests) {
        Set<Descriptor> known = new HashSet<>(candidates);
        return manifests.stream()
                .filter(manifest -> known.contains(manifest) || this.entries.offers(Digests.blobPath(manifest)));
    }

    private static List<Platform> distinct(Stream<@Nullable Platform> platforms) {
        return platforms.flatMap(Stream::ofNullable).filter(platform -> !platform.isUnknown()).distinct().toList();
    }

    /** An engine that stores one platform of an image saves the index, and maybe the manifests, of all platforms. */
    private List<Descriptor> present(List<Descriptor> manifests) {
        List<Descriptor> stated = manifests.stream().filter(this.documents::has).toList();
        List<Descriptor> present = stated.stream().filter(this::hasConfig).toList();
        return !present.isEmpty() ? present : !stated.isEmpty() ? stated : manifests;
    }

    private boolean hasConfig(Descriptor manifest) {
        Descriptor config = this.documents.surveyedConfig(manifest);
        return config == null || this.documents.has(config);
    }

    private List<Descriptor> withoutArtifacts(List<Descriptor> manifests) {
        if (manifests.size() == 1) {
            return manifests;
        }
        List<Descriptor> images = manifests.stream()
                .filter(manifest -> manifest.platform() != null || !this.documents.isArtifact(manifest))
                .toList();
        return images.isEmpty() ? manifests : images;
    }

    /** The platform, or {@code null} if the manifest declares an artifact. */
    private @Nullable Platform platformOf(Descriptor candidate) {
        return candidate.platform() == null ? this.documents.platform(candidate) : candidate.platform();
    }
}
