package dev.tare.source.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    static final KnownDocuments NONE = new KnownDocuments(new Room(0));

    private final Room room;

    private final Map<Digest, StoredManifest> manifests = new HashMap<>();

    private final Map<Digest, byte[]> blobs = new HashMap<>();

    private @Nullable Digest root;

    private ReferrerRequests.@Nullable Found signatures;

    private long kept;

    private boolean forgotten;

    private KnownDocuments(Room room) {
        this.room = room;
    }

    /** Keeps documents from now on. */
    static KnownDocuments keeping(Room room) {
        return new KnownDocuments(room);
    }

    /**
     * The manifest or index to which the reference led at first. If there is no room for it, it is requested again by its
     * digest.
     *
     * @param first requests it by the reference
     * @param again requests it by its digest
     */
    StoredManifest root(Supplier<StoredManifest> first, Function<Digest, StoredManifest> again) {
        Digest known = root();
        if (known != null) {
            StoredManifest before = manifest(known);
            return before == null ? again.apply(known) : before;
        }
        StoredManifest requested = first.get();
        return isRoot(requested) ? requested : root(first, again);
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
        Digest digest = manifest.descriptor().digest();
        if (!this.manifests.containsKey(digest) && takes(manifest.descriptor().size())) {
            this.manifests.put(digest, manifest);
        }
    }

    /** Keeps a blob if there is room. Its digest need not be verified. */
    synchronized void keep(Digest digest, byte[] blob) {
        if (!this.blobs.containsKey(digest) && takes(blob.length)) {
            this.blobs.put(digest, blob);
        }
    }

    /** Gives up the room of all documents, and keeps no other from now on. The meaning of the tag stays. */
    synchronized void forget() {
        this.forgotten = true;
        this.manifests.clear();
        this.blobs.clear();
        this.room.give(this.kept);
        this.kept = 0;
    }

    private synchronized @Nullable Digest root() {
        return this.root;
    }

    /** Of several threads that request it at once, the first counts. */
    private synchronized boolean isRoot(StoredManifest requested) {
        if (this == NONE) {
            return true;
        }
        if (this.root == null) {
            this.root = requested.descriptor().digest();
        }
        if (!this.root.equals(requested.descriptor().digest())) {
            return false;
        }
        keep(requested);
        return true;
    }

    private boolean takes(long size) {
        if (this.forgotten || !this.room.takes(size)) {
            return false;
        }
        this.kept += size;
        return true;
    }

    /** The bytes of documents to keep, for one image or for several. */
    public static final class Room {

        /** Usual documents have a few thousand bytes. */
        private static final int BYTES = 1 << 20;

        private long left;

        private Room(long left) {
            this.left = left;
        }

        /** Room for the usual documents of a few images: 1 MiB. */
        public static Room usual() {
            return new Room(BYTES);
        }

        private synchronized boolean takes(long size) {
            if (size > this.left) {
                return false;
            }
            this.left -= size;
            return true;
        }

        private synchronized void give(long size) {
            this.left += size;
        }
    }
}
