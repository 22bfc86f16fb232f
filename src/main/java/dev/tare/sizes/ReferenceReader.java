package dev.tare.sizes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.tare.error.MaskedError;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageConfig;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.StoredManifest;
import dev.tare.source.format.MismatchException;
import dev.tare.source.format.NoSuchImageException;
import dev.tare.source.format.UnsupportedImageException;
import dev.tare.source.registry.DocumentRequests;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one image that its sizes need. */
final class ReferenceReader {

    private static final int MAX_DEPTH = 8;

    /** Parsing a document takes up to sixty times its size, so a process parses one at a time. */
    private static final Object PARSING = new Object();

    private final ImageReference image;

    private final PlatformSelection selection;

    private final Limits limits;

    private final Deadline deadline;

    private final ExecutorService threads;

    private final ExecutorService turns;

    private final DocumentRequests requests;

    private final Budget listed = new Budget(Limit.MANIFESTS);

    /**
     * @param requests read the documents
     * @param threads one for each task, because tasks wait for others
     * @param turns   as many threads as there may be documents in memory at once; each requests and parses one
     */
    ReferenceReader(ImageReference image, DocumentRequests requests, PlatformSelection selection, Limits limits,
            Deadline deadline, ExecutorService threads, ExecutorService turns) {
        this.image = image;
        this.selection = selection;
        this.limits = limits;
        this.deadline = deadline;
        this.turns = turns;
        this.threads = threads;
        this.requests = requests;
    }

    ReferenceSizes read() {
        Root root = turn(() -> this.requests.root(this.image),
                stored -> new Root(stored.descriptor().digest(), parse(stored, null)));
        Found found = read(root.digest(), root.document(), null, 0);
        List<ManifestSizes> selected =
                this.selection.select(this.image.toString(), found.sizes(), ManifestSizes::platform);
        List<Platform> platforms = found.platforms();
        if (selected.isEmpty()) {
            Platform wanted = this.selection.platform();
            throw NoSuchImageException.forPlatform(this.image.toString(),
                    wanted == null ? Platform.ofThisMachine() : wanted,
                    platforms.stream().map(Platform::toString).toList());
        }
        return new ReferenceSizes(this.image, root.digest(), selected, platforms.stream()
                .filter(platform -> selected.stream().noneMatch(one -> one.platform().isSame(platform)))
                .toList());
    }

    private Found read(Digest digest, Document document, Document.@Nullable Entry entry, int depth) {
        return switch (document) {
            case Document.Index index -> read(digest, index, depth);
            case Document.Image manifest -> {
                ManifestSizes sizes = sizes(digest, manifest, entry == null ? null : entry.platform());
                yield new Found(List.of(sizes), List.of(sizes.platform()));
            }
            case Document.Artifact() -> new Found(List.of(), List.of());
        };
    }

    /** Only a config shows a platform that the index does not state, so such manifests are read if they may be needed. */
    private Found read(Digest digest, Document.Index index, int depth) {
        if (depth == MAX_DEPTH) {
            throw UnsupportedImageException.nestedTooDeep(digest.toString(), MAX_DEPTH);
        }
        this.listed.take(index.entries().size(), this.image.toString());
        List<Document.Entry> stated = index.entries()
                .stream()
                .filter(entry -> entry.platform() != null && !entry.platform().isUnknown())
                .toList();
        List<Document.Entry> needed = new ArrayList<>(
                this.selection.select(this.image.toString(), stated, Document.Entry::platform));
        if (needed.isEmpty() || this.selection.all()) {
            index.entries().stream().filter(entry -> entry.platform() == null).forEach(needed::add);
        }
        List<Found> found = each(needed, depth);
        return new Found(found.stream().flatMap(one -> one.sizes().stream()).toList(),
                Stream.concat(stated.stream().map(Document.Entry::platform),
                        found.stream().flatMap(one -> one.platforms().stream())).distinct().toList());
    }

    private List<Found> each(List<Document.Entry> entries, int depth) {
        if (entries.size() == 1) {
            return List.of(read(entries.getFirst(), depth + 1));
        }
        List<Future<Found>> tasks = new ArrayList<>();
        for (Document.Entry entry : entries) {
            tasks.add(this.threads.submit(() -> read(entry, depth + 1)));
        }
        return SizeReader.all(tasks);
    }

    private Found read(Document.Entry entry, int depth) {
        Document document = turn(() -> this.requests.manifest(entry.digest()), stored -> parse(stored, entry));
        return read(entry.digest(), document, entry, depth);
    }

    private Document parse(StoredManifest stored, Document.@Nullable Entry entry) {
        return Document.parse(this.image.toString(), stored, entry, this.limits);
    }

    /** Without a config, the sizes are still known, but not the platform that only the config states. */
    private ManifestSizes sizes(Digest digest, Document.Image manifest, @Nullable Platform stated) {
        if (stated != null && this.selection.all()) {
            return sizes(digest, manifest, stated, null, null);
        }
        try {
            Config config = turn(() -> content(manifest.config()),
                    content -> Config.parse(manifest.config().digest(), content));
            return sizes(digest, manifest, stated == null ? config.platform() : stated, config, null);
        } catch (InvalidImageException ex) {
            this.deadline.check();
            if (stated == null) {
                throw ex;
            }
            return sizes(digest, manifest, stated, null, MaskedError.message(ex));
        }
    }

    private static ManifestSizes sizes(Digest digest, Document.Image manifest, Platform platform,
            @Nullable Config config, @Nullable String problem) {
        return new ManifestSizes(platform, digest, manifest.config(), manifest.layers(),
                config == null ? manifest.base() : StatedBase.first(manifest.base(), config.base()),
                config == null ? null : config.details(), problem);
    }

    private byte[] content(Descriptor config) {
        Digest digest = config.digest();
        if (!digest.algorithm().equals("sha256")) {
            throw UnsupportedImageException.digestAlgorithm(digest.toString());
        }
        return this.requests.blob(config, digest.toString());
    }

    /** Requests a document while not too many others are in memory, and parses it while no other is parsed. */
    private <R, T> T turn(Supplier<R> request, Function<R, T> parsing) {
        Future<T> turn = this.turns.submit(() -> {
            R requested = request.get();
            synchronized (PARSING) {
                return parsing.apply(requested);
            }
        });
        return SizeReader.all(List.of(turn)).getFirst();
    }

    private record Root(Digest digest, Document document) {}

    /** The values of a config that sizes need. */
    private record Config(Platform platform, ManifestSizes.Details details, @Nullable StatedBase base) {

        private static Config parse(Digest digest, byte[] content) {
            Digest actual = Digest.sha256Of(content);
            if (!actual.equals(digest)) {
                throw MismatchException.ofDigest("digest of the config", digest.toString(), digest, actual);
            }
            ImageConfig config = ImageConfig.parse(digest.toString(), content);
            return new Config(config.platform(),
                    new ManifestSizes.Details(config.created(), config.container().entrypoint(),
                            config.container().command(), config.container().user()),
                    StatedBase.of(config.container().labels(), StatedBase.Place.LABEL));
        }
    }

    /**
     * The images that a document leads to.
     *
     * @param sizes     of the selected ones
     * @param platforms of all
     */
    private record Found(List<ManifestSizes> sizes, List<Platform> platforms) {}
}
