package dev.tare.source.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.limits.Budget;
import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/** The images in an {@code index.json}, by name. Descriptors with the same name are the platforms of one image. */
final class OciImages {

    /** The annotation for the full name in containerd and Docker, where {@code ref.name} is only the tag. */
    private static final String CONTAINERD_NAME = "io.containerd.image.name";

    private static final String DIGEST = "sha256:";

    private static final int MAX_DEPTH = 8;

    private final OciDocuments documents;

    private final ImageIndex index;

    private final String source;

    /** Many names may refer to the same digests. */
    private final Map<List<Digest>, List<Descriptor>> manifestsOf = new HashMap<>();

    private final Budget listed = new Budget(Limit.MANIFESTS);

    private @Nullable List<OciImage> images;

    OciImages(OciDocuments documents, ImageIndex index, String source) {
        this.documents = documents;
        this.index = index;
        this.source = source;
    }

    OciImage choose(@Nullable String wanted) {
        List<OciImage> images = images();
        if (wanted != null) {
            return find(images, wanted).orElseThrow(() -> NoSuchImageException.named(this.source, wanted,
                    images.stream().map(OciImage::choice).toList()));
        }
        if (images.isEmpty()) {
            rejectArtifacts();
            throw UnsupportedImageException.noManifest(this.source, "its index.json refers to no image");
        }
        return onlyOne(areSeveral(images) ? withoutArtifacts(images) : images);
    }

    /** @throws UnsupportedImageException if the index lists an artifact, such as a Helm chart */
    private void rejectArtifacts() {
        this.index.manifests()
                .stream()
                .filter(descriptor -> descriptor.mediaType().isManifest() && this.documents.has(descriptor))
                .findFirst()
                .ifPresent(descriptor -> {
                    throw UnsupportedImageException.notAnImage(Digests.blobPath(descriptor),
                            this.documents.manifest(descriptor));
                });
    }

    private OciImage onlyOne(List<OciImage> images) {
        if (areSeveral(images)) {
            throw new AmbiguousImageException(this.source, images.stream().map(OciImage::choice).toList());
        }
        return images.getFirst();
    }

    private static boolean areSeveral(List<OciImage> images) {
        return images.stream().map(OciImage::digests).distinct().count() > 1;
    }

    /** Signatures and bills of materials are stored like images. They are left out if there are images too. */
    private List<OciImage> withoutArtifacts(List<OciImage> images) {
        List<OciImage> real = images.stream()
                .filter(image -> !image.manifests().stream().allMatch(this.documents::isArtifact))
                .toList();
        return real.isEmpty() ? images : real;
    }

    private Optional<OciImage> find(List<OciImage> images, String wanted) {
        return images.stream()
                .filter(image -> isNamed(image, wanted))
                .findFirst()
                .or(() -> one(images, manifest -> manifest.digest().toString().equals(wanted)))
                .or(() -> wanted.startsWith(DIGEST) ? one(images, manifest -> wanted.equals(idOf(manifest)))
                        : Optional.empty());
    }

    private static boolean isNamed(OciImage image, String wanted) {
        return image.roots()
                .stream()
                .anyMatch(root -> names(root).anyMatch(name -> ImageName.isSame(name, wanted))
                        || root.digest().toString().equals(wanted));
    }

    /**
     * The image with the first wanted manifest, reduced to that platform. Names may share manifests, so each is tested
     * once.
     */
    private static Optional<OciImage> one(List<OciImage> images, Predicate<Descriptor> wanted) {
        Set<List<Digest>> asked = new HashSet<>();
        Set<Digest> seen = new HashSet<>();
        return images.stream()
                .filter(image -> asked.add(image.roots().stream().map(Descriptor::digest).toList()))
                .flatMap(image -> image.manifests()
                        .stream()
                        .filter(manifest -> seen.add(manifest.digest()) && wanted.test(manifest))
                        .map(manifest -> new OciImage(image.name(), image.roots(), List.of(manifest))))
                .findFirst();
    }

    /** The image's ID in an engine, or {@code null} if that platform is not stored. */
    private @Nullable String idOf(Descriptor manifest) {
        return this.documents.has(manifest) ? this.documents.manifest(manifest).config().digest().toString() : null;
    }

    /** The names or digests that select the images. */
    List<String> choices() {
        return withoutArtifacts(images()).stream().map(OciImage::choice).toList();
    }

    /** Whether a name or digest selects an image. */
    boolean has(String wanted) {
        return find(images(), wanted).isPresent();
    }

    /** Whether a path is not that of the config of an image. If a manifest cannot be read, it may have any config. */
    Predicate<String> isNoConfig() {
        Set<String> configs = new HashSet<>();
        for (OciImage image : images()) {
            for (Descriptor manifest : image.manifests()) {
                Descriptor config = this.documents.surveyedConfig(manifest);
                if (config != null) {
                    configs.add(Digests.blobPath(config));
                } else if (this.documents.has(manifest)) {
                    return _ -> false;
                }
            }
        }
        return path -> !configs.contains(path);
    }

    private List<OciImage> images() {
        if (this.images == null) {
            this.images = findImages();
        }
        return this.images;
    }

    private List<OciImage> findImages() {
        List<Descriptor> listed = this.index.manifests().stream().filter(OciDocuments::mayLeadToImages).toList();
        this.listed.take(listed.size(), this.source);
        List<Descriptor> roots = listed.stream()
                .filter(root -> this.documents.kind(root) != DocumentKind.OTHER)
                .toList();
        Map<String, List<Descriptor>> groups = new LinkedHashMap<>();
        boolean platforms = arePlatformsOfOneImage(roots);
        roots.forEach(root -> groups.computeIfAbsent(platforms ? "" : key(root), key -> new ArrayList<>()).add(root));
        return groups.values().stream().map(this::image).filter(image -> !image.manifests().isEmpty()).toList();
    }

    private OciImage image(List<Descriptor> roots) {
        List<Digest> digests = roots.stream().map(Descriptor::digest).toList();
        return new OciImage(names(roots.getFirst()).findFirst().orElse(null), roots,
                this.manifestsOf.computeIfAbsent(digests, key -> manifests(roots)));
    }

    private List<Descriptor> manifests(List<Descriptor> roots) {
        List<Descriptor> manifests = new ArrayList<>();
        collect(roots, 0, new HashSet<>(), manifests);
        return List.copyOf(manifests);
    }

    private void collect(List<Descriptor> descriptors, int depth, Set<Digest> seen, List<Descriptor> manifests) {
        for (Descriptor descriptor : descriptors) {
            if (seen.add(descriptor.digest())) {
                switch (this.documents.kind(descriptor)) {
                    case INDEX -> collectNested(descriptor, depth, seen, manifests);
                    case MANIFEST -> manifests.add(descriptor);
                    case OTHER -> {}
                }
            }
        }
    }

    private void collectNested(Descriptor descriptor, int depth, Set<Digest> seen, List<Descriptor> manifests) {
        if (depth == MAX_DEPTH) {
            throw UnsupportedImageException.nestedTooDeep(Digests.blobPath(descriptor), MAX_DEPTH);
        }
        List<Descriptor> nested = this.documents.index(descriptor);
        this.listed.take(nested.size(), this.source);
        collect(nested, depth + 1, seen, manifests);
    }

    /** Some tools list the platforms of one image without a name in {@code index.json} itself. */
    private static boolean arePlatformsOfOneImage(List<Descriptor> roots) {
        return roots.stream().allMatch(root -> names(root).findAny().isEmpty() && root.platform() != null)
                && roots.stream().map(Descriptor::platform).distinct().count() == roots.size();
    }

    private static String key(Descriptor root) {
        return names(root).findFirst().orElse(root.digest().toString());
    }

    private static Stream<String> names(Descriptor root) {
        return Stream.of(CONTAINERD_NAME, Descriptor.REF_NAME).map(root.annotations()::get).filter(Objects::nonNull);
    }

    /**
     * One image of an OCI image layout.
     *
     * @param name      {@code null} if it has none
     * @param roots     its descriptors in {@code index.json}
     * @param manifests one for each platform, without attestations
     */
    record OciImage(@Nullable String name, List<Descriptor> roots, List<Descriptor> manifests) {

        OciImage {
            roots = List.copyOf(roots);
            manifests = List.copyOf(manifests);
        }

        /** The name or digest that selects the image. */
        String choice() {
            return this.name == null ? this.roots.getFirst().digest().toString() : this.name;
        }

        /** Two images with the same digests are one image with two names. */
        List<Digest> digests() {
            return this.manifests.stream().map(Descriptor::digest).toList();
        }
    }
}
