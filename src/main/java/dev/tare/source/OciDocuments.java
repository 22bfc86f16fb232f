package dev.tare.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageConfig;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Manifest;

/** The documents among the blobs of an OCI image layout, each checked against the descriptor that leads to it. */
final class OciDocuments {

    /** What is read only to tell images from what lies beside them; a thousand images come to a tenth of it. */
    private static final long MAX_SURVEYED = 64 << 20;

    private final Entries entries;

    private final Map<Digest, List<Descriptor>> indexes = new HashMap<>();

    private final Map<Digest, Boolean> artifacts = new HashMap<>();

    private long surveyed;

    OciDocuments(Entries entries) {
        this.entries = entries;
    }

    /** What an index lists that leads to images, without annotations. Any number of names may share one index. */
    List<Descriptor> index(Descriptor descriptor) {
        List<Descriptor> known = this.indexes.get(descriptor.digest());
        if (known != null) {
            return known;
        }
        List<Descriptor> listed = ImageIndex.parse(Digests.blobPath(descriptor), read(descriptor))
                .manifests()
                .stream()
                .filter(OciDocuments::leadsToImages)
                .map(Descriptor::withoutAnnotations)
                .toList();
        this.indexes.put(descriptor.digest(), listed);
        return listed;
    }

    static boolean leadsToImages(Descriptor descriptor) {
        return !descriptor.isAttestation() && !descriptor.isArtifact()
                && (descriptor.mediaType().isIndex() || descriptor.mediaType().isManifest());
    }

    /**
     * Whether the manifest itself says that it is of an artifact, which few descriptors do. One that is not there, that
     * cannot be read, or that comes after very many others, is not said to be.
     */
    boolean isArtifact(Descriptor descriptor) {
        return this.artifacts.computeIfAbsent(descriptor.digest(), digest -> readsAsArtifact(descriptor));
    }

    private boolean readsAsArtifact(Descriptor descriptor) {
        if (!has(descriptor) || this.surveyed > MAX_SURVEYED) {
            return false;
        }
        try {
            byte[] document = read(descriptor);
            this.surveyed += document.length;
            return Manifest.parse(Digests.blobPath(descriptor), document).isArtifact();
        } catch (InvalidImageException ex) {
            return false;
        }
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

    private byte[] read(Descriptor descriptor) {
        String path = Digests.blobPath(descriptor);
        byte[] document = this.entries.document(path);
        Digests.verify("digest of the document", path, descriptor.digest(), Digest.sha256Of(document));
        if (document.length != descriptor.size()) {
            throw new SizeMismatchException(path, descriptor.size(), document.length);
        }
        return document;
    }
}
