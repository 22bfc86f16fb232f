package dev.tare.source;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageConfig;
import dev.tare.image.ImageIndex;
import dev.tare.image.Manifest;

/** The documents among the blobs of an OCI image layout, each checked against the descriptor that leads to it. */
final class OciDocuments {

    private final Entries entries;

    OciDocuments(Entries entries) {
        this.entries = entries;
    }

    ImageIndex index(Descriptor descriptor) {
        return ImageIndex.parse(Digests.blobPath(descriptor), read(descriptor));
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
