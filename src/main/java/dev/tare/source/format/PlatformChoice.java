package dev.tare.source.format;

import java.util.List;
import java.util.Objects;

import dev.tare.image.Descriptor;
import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/** Selects the manifest for the requested platform, or the only one, or the one for this machine. */
final class PlatformChoice {

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
        if (this.wanted == null && candidates.size() == 1) {
            return candidates.getFirst();
        }
        Platform platform = this.wanted == null ? Platform.ofThisMachine() : this.wanted;
        return candidates.stream()
                .filter(candidate -> isFor(platform, candidate))
                .findFirst()
                .orElseThrow(
                        () -> NoSuchImageException.forPlatform(this.entries.name(), platform, platforms(candidates)));
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

    private boolean isFor(Platform platform, Descriptor candidate) {
        Platform actual = platformOf(candidate);
        return actual != null && platform.accepts(actual);
    }

    private List<String> platforms(List<Descriptor> candidates) {
        return candidates.stream()
                .map(this::platformOf)
                .filter(Objects::nonNull)
                .map(Platform::toString)
                .distinct()
                .toList();
    }

    /** The platform, or {@code null} if the manifest declares an artifact. */
    private @Nullable Platform platformOf(Descriptor candidate) {
        return candidate.platform() == null ? this.documents.platform(candidate) : candidate.platform();
    }
}
