package dev.tare.source.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Manifest;
import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/** Selects the manifest for the requested platform, or the only one, or the one for this machine. */
final class PlatformChoice {

    private final OciDocuments documents;

    private final Entries entries;

    private final @Nullable Platform wanted;

    private final Map<Digest, Optional<Platform>> ofManifests = new HashMap<>();

    private final Map<Digest, Platform> ofConfigs = new HashMap<>();

    PlatformChoice(OciDocuments documents, Entries entries, @Nullable Platform wanted) {
        this.documents = documents;
        this.entries = entries;
        this.wanted = wanted;
    }

    Descriptor choose(List<Descriptor> manifests) {
        List<Descriptor> candidates = this.wanted == null ? withoutArtifacts(present(manifests)) : manifests;
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

    /** An engine that stores one platform of an image saves the index of all platforms. */
    private List<Descriptor> present(List<Descriptor> manifests) {
        List<Descriptor> present = manifests.stream()
                .filter(manifest -> this.entries.has(Digests.blobPath(manifest)))
                .toList();
        return present.isEmpty() ? manifests : present;
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
        if (candidate.platform() != null) {
            return candidate.platform();
        }
        return this.ofManifests
                .computeIfAbsent(candidate.digest(), digest -> ofConfig(this.documents.manifest(candidate)))
                .orElse(null);
    }

    private Optional<Platform> ofConfig(Manifest manifest) {
        return manifest.hasImageConfig()
                ? Optional.of(this.ofConfigs.computeIfAbsent(manifest.config().digest(),
                        digest -> this.documents.config(manifest).platform()))
                : Optional.empty();
    }
}
