package dev.tare.source.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.ImageIndex;
import dev.tare.image.Manifest;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.referrer.Referrers;
import dev.tare.registry.ImageReference;
import dev.tare.registry.RegistryException;
import dev.tare.registry.Repository;
import dev.tare.registry.StoredManifest;
import dev.tare.registry.Traffic;
import dev.tare.source.Blobs;
import dev.tare.source.Transfer;
import dev.tare.source.format.MissingEntryException;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The manifests and blobs of one image in a registry, with the paths of an OCI image layout. Each is requested when it
 * is needed. Manifests of other platforms seem to be absent, because registries count every request for a manifest.
 */
final class RegistryBlobs implements Blobs {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String INDEX = "index.json";

    private static final byte[] NO_CONFIG = {};

    private static final Referrers NOT_SEARCHED =
            Referrers.unknown(
                    "Tare did not search the signatures of this image. The command tare referrers lists them.");

    private final String name;

    /** The digest of the manifest or index to which the name leads. */
    private final Digest root;

    private final Repository client;

    private final Traffic traffic;

    private final @Nullable Platform platform;

    private final DocumentRequests requests;

    private final KnownDocuments known;

    private final Extent extent;

    /** Entries by path, also those of other platforms. */
    private final Map<String, Entry> entries = new HashMap<>();

    private final Set<String> otherPlatforms = new HashSet<>();

    /** The manifests and indexes that were read. */
    private final Map<String, byte[]> manifests = new HashMap<>();

    private final Map<String, RegistryException> failures = new HashMap<>();

    /** The document that was read last and is no manifest. An index may lead to many configs, and one is enough. */
    private byte[] config = NO_CONFIG;

    private @Nullable String configPath;

    private RegistryBlobs(String name, Digest root, Repository client, Traffic traffic, @Nullable Platform platform,
            DocumentRequests requests, KnownDocuments known, Extent extent) {
        this.name = name;
        this.root = root;
        this.client = client;
        this.traffic = traffic;
        this.platform = platform;
        this.requests = requests;
        this.known = known;
        this.extent = extent;
    }

    /**
     * Opens the manifest or index to which a reference leads.
     *
     * @param name     the name of the image for errors
     * @param known    need no request
     * @param client   closed with the blobs
     * @param traffic  of the client
     * @param platform the platform to select, or {@code null} for the default
     * @param extent   the documents to request
     */
    static RegistryBlobs open(String name, ImageReference reference, KnownDocuments known, Repository client,
            Traffic traffic, @Nullable Platform platform, Limits limits, Extent extent) {
        try {
            DocumentRequests requests = new DocumentRequests(name, client, limits, known, extent.documents);
            StoredManifest root = requests.root(reference);
            RegistryBlobs blobs =
                    new RegistryBlobs(name, root.descriptor().digest(), client, traffic, platform, requests,
                            known, extent);
            blobs.start(root);
            return blobs;
        } catch (RuntimeException ex) {
            client.close();
            throw ex;
        }
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public boolean has(String path) {
        return path.equals(INDEX) || (this.entries.containsKey(path) && !this.otherPlatforms.contains(path));
    }

    @Override
    public boolean offers(String path) {
        return this.otherPlatforms.contains(path);
    }

    @Override
    public byte[] document(String path) {
        byte[] known = this.manifests.get(path);
        if (known != null) {
            return known;
        }
        if (path.equals(this.configPath)) {
            return this.config;
        }
        RegistryException failure = this.failures.get(path);
        if (failure != null) {
            throw failure;
        }
        try {
            return request(path, entry(path));
        } catch (RegistryException ex) {
            this.failures.put(path, ex);
            throw ex;
        }
    }

    @Override
    public void planned() {
        this.manifests.clear();
        this.config = NO_CONFIG;
        this.configPath = null;
        this.entries.values().removeIf(Entry::isManifest);
        this.otherPlatforms.clear();
    }

    @Override
    public String resolve(String path) {
        return path;
    }

    @Override
    public InputStream open(String resolvedPath) throws IOException {
        return this.client.blob(entry(resolvedPath).descriptor());
    }

    @Override
    public byte[] part(String resolvedPath, long offset, int length) {
        return this.client.part(entry(resolvedPath).descriptor(), offset, length);
    }

    @Override
    public Transfer transfer() {
        return new Transfer(this.traffic.requests(), this.traffic.bytes());
    }

    @Override
    public long size(String resolvedPath) {
        return entry(resolvedPath).descriptor().size();
    }

    @Override
    public Referrers referrers(Digest manifest) {
        return this.extent == Extent.SIGNED ? ReferrerSearch.few(this.client, this.known, this.root, manifest)
                : NOT_SEARCHED;
    }

    /** A registry has blobs by their digests only. */
    @Override
    public boolean isAddressedByDigest() {
        return true;
    }

    @Override
    public void close() {
        this.client.close();
    }

    private void start(StoredManifest root) {
        Descriptor descriptor = root.descriptor();
        byte[] content = root.content();
        String path = path(descriptor.digest());
        if (DocumentKind.of(path, content) == DocumentKind.OTHER) {
            throw UnsupportedImageException.otherDocument(this.name, descriptor.mediaType());
        }
        this.entries.put(path, new Entry(descriptor, true));
        this.manifests.put(path, content);
        add(path, content);
        this.manifests.put(INDEX, index(descriptor));
    }

    /** The index of a layout with one image. A generator takes a tenth of a second less than a mapper in a new process. */
    private static byte[] index(Descriptor image) {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), index)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", 2);
            json.writeArrayPropertyStart("manifests");
            json.writeStartObject();
            json.writeStringProperty("mediaType", image.mediaType().value());
            json.writeStringProperty("digest", image.digest().toString());
            json.writeNumberProperty("size", image.size());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return index.toByteArray();
    }

    private Entry entry(String path) {
        Entry entry = this.entries.get(path);
        if (entry == null) {
            throw MissingEntryException.document(this.name, path);
        }
        return entry;
    }

    private byte[] request(String path, Entry entry) {
        if (!entry.isManifest()) {
            byte[] blob = this.requests.blob(entry.descriptor(), path);
            this.config = blob;
            this.configPath = path;
            return blob;
        }
        byte[] manifest = this.requests.manifest(entry.descriptor().digest()).content();
        // The caller rejects another size. A small stated size must not lead to many entries.
        if (manifest.length == entry.descriptor().size()) {
            add(path, manifest);
            this.manifests.put(path, manifest);
        }
        return manifest;
    }

    /** Adds the entries to which a manifest or index refers. */
    private void add(String path, byte[] document) {
        switch (DocumentKind.of(path, document)) {
            case INDEX -> addManifests(ImageIndex.parse(path, document).manifests());
            case MANIFEST -> {
                Manifest manifest = Manifest.parse(path, document);
                Stream.concat(Stream.of(manifest.config()), manifest.layers().stream())
                        .forEach(blob -> this.entries.putIfAbsent(path(blob.digest()), new Entry(blob, false)));
            }
            case OTHER -> {}
        }
    }

    private void addManifests(List<Descriptor> manifests) {
        manifests.stream()
                .filter(manifest -> this.extent != Extent.CONFIG || !manifest.isAttestation())
                .forEach(manifest -> this.entries.putIfAbsent(path(manifest.digest()), new Entry(manifest, true)));
        List<Descriptor> images = manifests.stream()
                .filter(manifest -> manifest.platform() != null && !manifest.isAttestation() && !manifest.isArtifact())
                .toList();
        images.forEach(image -> this.otherPlatforms.add(path(image.digest())));
        Platform.select(this.platform, images, Descriptor::platform)
                .ifPresent(selected -> this.otherPlatforms.remove(path(selected.digest())));
    }

    private static String path(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    /** Which parts of an image to request. */
    enum Extent {

        /** The image with its attestations, and a search of its signatures. */
        SIGNED(DocumentRequests.MAX_DOCUMENTS),

        /** The image with its attestations. */
        WHOLE(DocumentRequests.MAX_DOCUMENTS),

        /** The manifest and the config. */
        CONFIG(16);

        private final int documents;

        /** @param documents the number of documents to request at most */
        Extent(int documents) {
            this.documents = documents;
        }
    }

    /**
     * A document or layer.
     *
     * @param isManifest whether the registry has it as a manifest or index, and not as a blob
     */
    private record Entry(Descriptor descriptor, boolean isManifest) {}
}
