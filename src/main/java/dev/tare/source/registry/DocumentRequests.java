package dev.tare.source.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.RegistryUser;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.UnsupportedImageException;

/**
 * Requests the documents of one image in a registry, with a bound on their number and on their bytes. An index may lead
 * to thousands of manifests. Safe for use by several threads.
 */
public final class DocumentRequests {

    /** The documents of one image to request: an index, manifests without a platform, a config and attestations. */
    static final int MAX_DOCUMENTS = 256;

    /** The bytes of all documents of one image, as a multiple of those of the largest document. */
    private static final int MAX_LARGEST_DOCUMENTS = 4;

    private final String name;

    private final Repository client;

    private final Limits limits;

    private final KnownDocuments known;

    private final int documents;

    private final AtomicInteger requested = new AtomicInteger();

    private final AtomicLong bytes = new AtomicLong();

    /**
     * @param name   the name of the image for errors
     * @param client stays open
     * @param known  need no request
     */
    public DocumentRequests(String name, Repository client, Limits limits, KnownDocuments known) {
        this(name, client, limits, known, MAX_DOCUMENTS);
    }

    /** @param documents the number of documents to request at most */
    DocumentRequests(String name, Repository client, Limits limits, KnownDocuments known, int documents) {
        this.name = name;
        this.client = client;
        this.limits = limits;
        this.known = known;
        this.documents = documents;
    }

    /**
     * Requests the manifest or index to which a reference leads. It does not count.
     *
     * @throws UnsupportedImageException if the reference has a digest that is not SHA-256
     */
    public StoredManifest root(ImageReference reference) {
        if (reference.digest() != null) {
            requireSha256(reference.digest());
        }
        StoredManifest root = this.known.root(() -> this.client.manifest(reference.version()),
                digest -> this.client.manifest(digest.toString()));
        parses(root.descriptor().size());
        return root;
    }

    /**
     * Requests a manifest or index.
     *
     * @throws UnsupportedImageException if the digest is not SHA-256, which alone is verified
     * @throws LimitExceededException if these are too many documents or bytes for one image
     */
    public StoredManifest manifest(Digest digest) {
        requireSha256(digest);
        StoredManifest before = this.known.manifest(digest);
        StoredManifest manifest = before == null ? request(digest) : before;
        parses(manifest.descriptor().size());
        return manifest;
    }

    /**
     * Requests a document that the registry has as a blob, such as a config. The caller verifies its digest.
     *
     * @param path names the document in errors
     * @throws LimitExceededException if the document is too large, or these are too many documents or bytes for one image
     */
    public byte[] blob(Descriptor document, String path) {
        byte[] before = this.known.blob(document.digest());
        if (before != null && before.length == document.size()) {
            parses(document.size());
            return before;
        }
        count();
        long allowed = this.limits.get(Limit.DOCUMENT_SIZE);
        if (document.size() > allowed) {
            throw new LimitExceededException(Limit.DOCUMENT_SIZE, allowed, path);
        }
        charge(document.size());
        parses(document.size());
        try (InputStream blob = this.client.blob(document)) {
            byte[] content = blob.readAllBytes();
            this.known.keep(document.digest(), content);
            return content;
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, path, ex);
        }
    }

    private StoredManifest request(Digest digest) {
        count();
        StoredManifest manifest = this.client.manifest(digest.toString());
        charge(manifest.descriptor().size());
        this.known.keep(manifest);
        return manifest;
    }

    private static void parses(long bytes) {
        if (RegistryUser.CURRENT.isBound()) {
            RegistryUser.CURRENT.get().parses(bytes);
        }
    }

    private static void requireSha256(Digest digest) {
        if (!digest.algorithm().equals("sha256")) {
            throw UnsupportedImageException.digestAlgorithm(digest.toString());
        }
    }

    private void count() {
        if (this.requested.incrementAndGet() > this.documents) {
            throw LimitExceededException.fixed("registry-documents", this.documents, "documents in the registry",
                    this.name);
        }
    }

    private void charge(long size) {
        long allowed = MAX_LARGEST_DOCUMENTS
                * Math.min(this.limits.get(Limit.DOCUMENT_SIZE), Long.MAX_VALUE / MAX_LARGEST_DOCUMENTS);
        if (this.bytes.addAndGet(size) > allowed) {
            throw LimitExceededException.following(Limit.DOCUMENT_SIZE, "registry-documents-size", allowed,
                    "bytes of documents in the registry", this.name);
        }
    }
}
