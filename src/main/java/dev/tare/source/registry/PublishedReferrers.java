package dev.tare.source.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.ReferrerType;
import dev.tare.referrer.Referrers;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import dev.tare.registry.Traffic;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.MismatchException;
import dev.tare.source.format.NoSuchImageException;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * The referrers of an image in a registry. Only manifests are read for it.
 *
 * @param index    the digest of its index, or {@code null} if the name leads to a manifest
 * @param manifest the digest of the manifest of the platform
 * @param platform as the index states it, or {@code null} without an index
 */
public record PublishedReferrers(@Nullable Digest index, Digest manifest, @Nullable Platform platform,
        Referrers referrers) {

    /**
     * Searches them.
     *
     * @param platform the platform to select, or {@code null} for the default
     * @param traffic  counts the requests
     * @throws dev.tare.image.InvalidImageException if the image cannot be found
     */
    public static PublishedReferrers search(RegistryArgument image, @Nullable Platform platform, Deadline deadline,
            Traffic traffic) {
        try (Repository client = image.registries().client(image.reference(), deadline, traffic)) {
            StoredManifest root = new DocumentRequests(image.name(), client, Limits.DEFAULTS, image.known())
                    .root(image.reference());
            Descriptor descriptor = root.descriptor();
            return switch (DocumentKind.of(image.name(), root.content())) {
                case MANIFEST -> new PublishedReferrers(null, descriptor.digest(), null,
                        ReferrerSearch.all(client, descriptor.digest(), descriptor.digest(), List.of()));
                case INDEX -> ofIndex(image.name(), ImageIndex.parse(image.name(), root.content()), descriptor.digest(),
                        platform, client);
                case OTHER -> throw UnsupportedImageException.otherDocument(image.name(), descriptor.mediaType());
            };
        }
    }

    /** The digest to which the name of the image leads. */
    public Digest root() {
        return this.index == null ? this.manifest : this.index;
    }

    /**
     * The digest to which the name of an image leads: that of an index or of a manifest.
     *
     * @throws dev.tare.image.InvalidImageException if the image cannot be found
     */
    public static Digest root(RegistryArgument image, Deadline deadline) {
        try (Repository client = image.registries().client(image.reference(), deadline)) {
            return new DocumentRequests(image.name(), client, Limits.DEFAULTS, image.known()).root(image.reference())
                    .descriptor()
                    .digest();
        }
    }

    private static PublishedReferrers ofIndex(String name, ImageIndex index, Digest root, @Nullable Platform platform,
            Repository client) {
        List<Descriptor> images = index.manifests()
                .stream()
                .filter(one -> !one.isAttestation() && !one.isArtifact()
                        && (one.platform() == null || !one.platform().isUnknown()))
                .toList();
        Descriptor image = Platform.select(platform, images, Descriptor::platform)
                .orElseThrow(() -> NoSuchImageException.forPlatform(name,
                        platform == null ? Platform.ofThisMachine() : platform, images.stream()
                                .map(one -> String.valueOf(one.platform()))
                                .distinct()
                                .toList()));
        List<Descriptor> attestations = index.manifests()
                .stream()
                .filter(one -> image.digest().toString().equals(one.attestedDigest()))
                .toList();
        return new PublishedReferrers(root, image.digest(), image.platform(),
                ReferrerSearch.all(client, root, image.digest(), attestations));
    }

    /**
     * Reads the bill of materials in a referrer: a document, or an attestation with one.
     *
     * @param maxSize of the document in bytes
     * @throws dev.tare.image.InvalidImageException if it cannot be read, is too large, or has another digest
     */
    public static byte[] document(RegistryArgument image, Referrer referrer, int maxSize, Deadline deadline,
            Traffic traffic) {
        Descriptor blob = contentOf(referrer);
        if (blob.size() > maxSize) {
            throw UnsupportedImageException.referrer(blob.digest(),
                    "it has " + blob.size() + " bytes, and Tare reads at "
                            + "most " + maxSize);
        }
        try (Repository client = image.registries().client(image.reference(), deadline, traffic);
                InputStream content = client.blob(blob)) {
            byte[] document = content.readAllBytes();
            Digest actual = Digest.sha256Of(document);
            if (!actual.equals(blob.digest())) {
                throw MismatchException.ofDigest("digest of the document", image.name(), blob.digest(), actual);
            }
            return document;
        } catch (IOException ex) {
            throw ReadFailures.of(image.name(), ex);
        }
    }

    /** The document of a manifest is the content with the type of a document, or else of an attestation. */
    private static Descriptor contentOf(Referrer referrer) {
        if (!referrer.isManifest()) {
            return new Descriptor(new MediaType(referrer.type()), sha256(referrer.digest()), referrer.size(), Map.of(),
                    null);
        }
        Referrer.Content content = Stream.of(ReferrerType.SBOM, ReferrerType.SIGSTORE_BUNDLE, ReferrerType.ATTESTATION)
                .map(referrer::content)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> referrer.contents().stream().findFirst())
                .orElseThrow(() -> UnsupportedImageException.referrer(referrer.digest(),
                        "its manifest was not read, or lists no content"));
        return new Descriptor(new MediaType(content.mediaType()), sha256(content.digest()), content.size(), Map.of(),
                null);
    }

    private static Digest sha256(Digest digest) {
        if (!digest.algorithm().equals("sha256")) {
            throw UnsupportedImageException.digestAlgorithm(digest.toString());
        }
        return digest;
    }
}
