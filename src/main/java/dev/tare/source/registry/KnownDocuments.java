package dev.tare.source.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.tare.image.Digest;
import dev.tare.registry.StoredManifest;
import org.jspecify.annotations.Nullable;

/**
 * Documents of one image that were requested before, because registries count every request for a manifest. They also
 * keep the meaning of a tag: the first manifest or index counts. Safe for use by several threads.
 */
public final class KnownDocuments {

    /** Keeps nothing, so each reading requests the documents again. */
    static final KnownDocuments NONE = new KnownDocuments(0);

    /** Bytes of all documents to keep. Usual documents have a few thousand. */
    private static final int CAPACITY = 1 << 20;

    private final Map<Digest, StoredManifest> manifests = new HashMap<>();

    private final Map<Digest, byte[]> blobs = new HashMap<>();

    private @Nullable StoredManifest root;

    private ReferrerRequests.@Nullable Found signatures;

    private long left;

    private KnownDocuments(long capacity) {
        this.left = capacity;
    }

    /** Keeps documents from now on. */
    static KnownDocuments keeping() {
        return new KnownDocuments(CAPACITY);
    }

    /** The manifest or index to which the reference led at first. It is kept, whatever its size is. */
    StoredManifest root(Supplier<StoredManifest> request) {
        synchronized (this) {
            if (this.root != null) {
                return this.root;
            }
        }
        StoredManifest requested = request.get();
        synchronized (this) {
            if (this != NONE) {
                this.root = requested;
            }
        }
        return requested;
    }

    /** The signatures of the index, which all its platforms share. */
    ReferrerRequests.Found signatures(Supplier<ReferrerRequests.Found> search) {
        synchronized (this) {
            if (this.signatures != null) {
                return this.signatures;
            }
        }
        ReferrerRequests.Found searched = search.get();
        synchronized (this) {
            if (this != NONE) {
                this.signatures = searched;
            }
        }
        return searched;
    }

    /** A kept manifest or index, or {@code null}. */
    synchronized @Nullable StoredManifest manifest(Digest digest) {
        return this.manifests.get(digest);
    }

    /** A kept document that is a blob, or {@code null}. */
    synchronized byte @Nullable [] blob(Digest digest) {
        return this.blobs.get(digest);
    }

    /** Keeps a manifest or index if there is room. */
    synchronized void keep(StoredManifest manifest) {
        if (takes(manifest.descriptor().size())) {
            this.manifests.put(manifest.descriptor().digest(), manifest);
        }
    }

    /** Keeps a blob if there is room. Its digest need not be verified. */
    synchronized void keep(Digest digest, byte[] blob) {
        if (takes(blob.length)) {
            this.blobs.put(digest, blob);
        }
    }

    private boolean takes(long size) {
        if (size > this.left) {
            return false;
        }
        this.left -= size;
        return true;
    }
}
