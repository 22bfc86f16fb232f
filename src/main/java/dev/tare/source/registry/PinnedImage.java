package dev.tare.source.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.registry.StoredManifest;
import org.jspecify.annotations.Nullable;

/**
 * The image to which a name led at one time, with the documents of it that were read. So a command that reads several
 * platforms of the image requests each document once. Safe for use by several threads.
 */
final class PinnedImage {

    /** Bytes of the documents to keep. Further ones are requested again. */
    private static final long MAX_BYTES = 16 << 20;

    private final StoredManifest root;

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();

    private final AtomicLong size = new AtomicLong();

    /** @param root the manifest or index to which the name led */
    PinnedImage(StoredManifest root) {
        this.root = root;
    }

    StoredManifest root() {
        return this.root;
    }

    /** The document at a path, which has its digest, or {@code null} if it was not kept. */
    byte @Nullable [] find(String path) {
        return this.documents.get(path);
    }

    /** Keeps a document with the digest in its path, while there is room. */
    void keep(String path, byte[] document) {
        if (this.size.addAndGet(document.length) <= MAX_BYTES) {
            this.documents.put(path, document);
        }
    }
}
