package dev.tare.source.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageConfig;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;
import dev.tare.image.Platform;
import org.jspecify.annotations.Nullable;

/** The documents among the blobs of an OCI image layout. Each is verified against the descriptor that refers to it. */
final class OciDocuments {

    /**
     * The maximum number of bytes to read only to detect which documents lead to images. A thousand images need a tenth
     * of them.
     */
    private static final long MAX_SURVEYED = 64 << 20;

    /** The charge for an invalid document. It may have had any size. */
    private static final long FAILED_SURVEY = 1 << 20;

    private final Entries entries;

    private final Map<Digest, List<Descriptor>> indexes = new HashMap<>();

    private final Attestations attestations = new Attestations(this);

    private final Map<Digest, Surveyed> surveyed = new HashMap<>();

    /** Many manifests may share a config. */
    private final Map<Digest, Platform> platforms = new HashMap<>();

    private long surveyLeft = MAX_SURVEYED;

    OciDocuments(Entries entries) {
        this.entries = entries;
    }

    /** The descriptors in an index that may lead to images, without other annotations than those about the base image. Many names may share one index. */
    List<Descriptor> index(Descriptor descriptor) {
        List<Descriptor> known = this.indexes.get(descriptor.digest());
        return known == null ? keep(descriptor, read(descriptor)) : known;
    }

    private List<Descriptor> keep(Descriptor descriptor, byte[] index) {
        ImageIndex parsed = ImageIndex.parse(Digests.blobPath(descriptor), index);
        List<Descriptor> all = parsed.manifests();
        this.attestations.add(all);
        List<Descriptor> images = all.stream()
                .filter(OciDocuments::mayLeadToImages)
                .map(listed -> listed.withBaseAnnotations(parsed.annotations()))
                .toList();
        this.indexes.put(descriptor.digest(), images);
        return images;
    }

    /** The attestations in the indexes that were read. */
    Attestations attestations() {
        return this.attestations;
    }

    static boolean mayLeadToImages(Descriptor descriptor) {
        return !descriptor.isAttestation() && !descriptor.isArtifact();
    }

    /** The kind of a document, from its content or else from its media type. */
    DocumentKind kind(Descriptor descriptor) {
        DocumentKind kind = survey(descriptor).kind();
        return kind == DocumentKind.OTHER ? descriptor.mediaType().kind() : kind;
    }

    /** Whether the manifest declares an artifact. Few descriptors do. */
    boolean isArtifact(Descriptor descriptor) {
        return survey(descriptor).isArtifact();
    }

    /** The config of a manifest, or {@code null} if the manifest was not read. */
    @Nullable
    Descriptor surveyedConfig(Descriptor manifest) {
        return survey(manifest).config();
    }

    /** The platform that the config of a manifest states, or {@code null} for an artifact. */
    @Nullable
    Platform platform(Descriptor manifest) {
        Descriptor surveyed = surveyedConfig(manifest);
        Descriptor config = surveyed == null ? manifest(manifest).config() : surveyed;
        return !Manifest.isImageConfig(config) ? null
                : this.platforms.computeIfAbsent(config.digest(),
                        digest -> ImageConfig.parse(Digests.blobPath(config), read(config)).platform());
    }

    private Surveyed survey(Descriptor descriptor) {
        return this.surveyed.computeIfAbsent(descriptor.digest(), digest -> look(descriptor));
    }

    /** A missing or unreadable document, or one after very many others, has no known kind. */
    private Surveyed look(Descriptor descriptor) {
        if (this.surveyLeft <= 0 || !descriptor.digest().algorithm().equals("sha256") || !has(descriptor)) {
            return Surveyed.NOTHING;
        }
        try {
            byte[] document = read(descriptor);
            this.surveyLeft -= document.length;
            return look(descriptor, document);
        } catch (InvalidImageException ex) {
            this.surveyLeft -= FAILED_SURVEY;
            return Surveyed.NOTHING;
        }
    }

    private Surveyed look(Descriptor descriptor, byte[] document) {
        String path = Digests.blobPath(descriptor);
        DocumentKind kind = DocumentKind.of(path, document);
        if (kind == DocumentKind.INDEX) {
            keep(descriptor, document);
        }
        Manifest manifest = kind == DocumentKind.MANIFEST ? Manifest.parse(path, document) : null;
        return new Surveyed(kind, manifest != null && manifest.isArtifact(),
                manifest == null ? null : manifest.config());
    }

    boolean has(Descriptor descriptor) {
        return this.entries.has(Digests.blobPath(descriptor));
    }

    Manifest manifest(Descriptor descriptor) {
        return Manifest.parse(Digests.blobPath(descriptor), read(descriptor));
    }

    ImageConfig config(Manifest manifest) {
        return ImageConfig.parse(Digests.blobPath(manifest.config()), read(manifest.config()));
    }

    byte[] read(Descriptor descriptor) {
        String path = Digests.blobPath(descriptor);
        byte[] document = this.entries.document(path);
        Digests.verify("digest of the document", path, descriptor.digest(), Digest.sha256Of(document));
        if (document.length != descriptor.size()) {
            throw MismatchException.ofSize(path, descriptor.size(), document.length);
        }
        return document;
    }

    private record Surveyed(DocumentKind kind, boolean isArtifact, @Nullable Descriptor config) {

        static final Surveyed NOTHING = new Surveyed(DocumentKind.OTHER, false, null);
    }
}
