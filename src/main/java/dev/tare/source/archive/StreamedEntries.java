package dev.tare.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import dev.tare.archive.LayerStream;
import dev.tare.archive.tar.InvalidTarException;
import dev.tare.archive.tar.TarEntry;
import dev.tare.image.Digest;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadLayer;
import dev.tare.source.archive.StreamedEntry.LimitedSize;
import dev.tare.source.format.Digests;
import dev.tare.source.format.Entries;
import dev.tare.source.format.ImagePlanner;
import dev.tare.source.format.LayerPlan;
import dev.tare.source.format.MismatchException;
import dev.tare.source.format.MissingEntryException;

/**
 * The entries of an archive that streams by. Only the end of the archive shows which entries are layers. So every file
 * that can be read as a layer is scanned.
 */
final class StreamedEntries<T> implements Entries {

    private static final int HEAD = 512;

    /**
     * The maximum total size of all large documents, as a multiple of the maximum size of one document. Small documents
     * have the same limit.
     */
    private static final int LARGEST_DOCUMENTS = 4;

    /** Few manifests and configs are larger. Larger documents, such as bills of materials, have their own budget. */
    private static final long SMALL_DOCUMENT = 256 << 10;

    /**
     * The number of kept failures, which have causes and stack traces. An archive has few files that are not layers.
     */
    private static final int MAX_FAILURES = 1_000;

    private final String name;

    private final LayerReader<T> reader;

    private final KnownLayers<T> known;

    private final Limits limits;

    private final ImageBudget budget;

    private final Progress progress;

    private final EntryIndex<StreamedEntry<T>> index;

    private long smallDocumentsLeft;

    private long largeDocumentsLeft;

    private int failuresLeft = MAX_FAILURES;

    StreamedEntries(String name, LayerReader<T> reader, KnownLayers<T> known, Limits limits, ImageBudget budget,
            Progress progress) {
        this.name = name;
        this.reader = reader;
        this.known = known;
        this.limits = limits;
        this.budget = budget;
        this.progress = progress;
        this.index = new EntryIndex<>(name);
        this.smallDocumentsLeft = documentsSize();
        this.largeDocumentsLeft = documentsSize();
    }

    void add(TarEntry entry, InputStream content) throws IOException {
        if (entry.isFile()) {
            this.index.putFile(entry.path(), keep(entry, content));
        } else {
            this.index.putLink(entry);
        }
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public boolean has(String path) {
        return this.index.find(path) != null;
    }

    @Override
    public String resolve(String path) {
        return this.index.resolve(path);
    }

    @Override
    public byte[] document(String path) {
        return switch (this.index.find(path)) {
            case StreamedEntry.Document<T> document -> document.content();
            case StreamedEntry.LargeDocument<T>(LimitedSize limit) ->
                    throw limit == LimitedSize.ONE ? tooLarge(path) : tooManyLarge(path);
            case null -> throw MissingEntryException.document(this.name, path);
            default -> throw new InvalidDocumentException(path, "it is not JSON", null);
        };
    }

    ReadLayer<T> layer(LayerPlan plan) {
        return switch (this.index.find(plan.path())) {
            case StreamedEntry.Layer<T>(ReadLayer<T> layer, boolean _) -> layer;
            case StreamedEntry.Unreadable<T>(InvalidImageException failure) -> throw failure;
            case StreamedEntry.Unknown<T> unknown ->
                    throw InvalidTarException.notATar(plan.path(), "it cannot be read as a layer, and neither can "
                            + MAX_FAILURES + " other entries of the archive");
            case null -> throw MissingEntryException.layer(this.name, plan);
            default -> throw InvalidTarException.notATar(plan.path(), "it is a JSON document");
        };
    }

    /** Those layers that were read, each once. */
    Stream<ReadLayer<T>> newLayers(List<LayerPlan> plans) {
        return plans.stream()
                .map(plan -> this.index.find(plan.path()))
                .distinct()
                .flatMap(entry -> entry instanceof StreamedEntry.Layer<T>(ReadLayer<T> layer, boolean isNew) && isNew
                        ? Stream.of(layer)
                        : Stream.empty());
    }

    /** Uses a layer that was read for another place in the image. */
    ReadLayer<T> again(LayerPlan plan, ReadLayer<T> layer) {
        return layer.again(plan.path(), this.reader, this.budget);
    }

    private StreamedEntry<T> keep(TarEntry entry, InputStream content) throws IOException {
        byte[] head = content.readNBytes(HEAD);
        return isDocument(entry, head) ? keepDocument(entry, head, content) : keepLayer(entry, head, content);
    }

    private StreamedEntry<T> keepDocument(TarEntry entry, byte[] head, InputStream content) throws IOException {
        if (entry.size() > this.limits.get(Limit.DOCUMENT_SIZE)) {
            if (ImagePlanner.isRoot(entry.path())) {
                throw tooLarge(entry.path());
            }
            return new StreamedEntry.LargeDocument<>(LimitedSize.ONE);
        }
        if (!ImagePlanner.isRoot(entry.path()) && !takeDocument(entry.size())) {
            return new StreamedEntry.LargeDocument<>(LimitedSize.ALL);
        }
        return new StreamedEntry.Document<>(joined(head, content).readAllBytes());
    }

    private boolean takeDocument(long size) {
        if (size <= SMALL_DOCUMENT) {
            this.smallDocumentsLeft -= size;
            return this.smallDocumentsLeft >= 0;
        }
        if (size > this.largeDocumentsLeft) {
            return false;
        }
        this.largeDocumentsLeft -= size;
        return true;
    }

    private long documentsSize() {
        return LARGEST_DOCUMENTS * this.limits.get(Limit.DOCUMENT_SIZE);
    }

    /** Even a known layer is hashed, because the sender may only claim to have it. */
    private StreamedEntry<T> keepLayer(TarEntry entry, byte[] head, InputStream content) throws IOException {
        Digest named = Digests.statedBy(entry.path());
        ReadLayer<T> layer = named == null ? null : this.known.find(named);
        return layer == null || layer.stored().storedSize() != entry.size() ? readLayer(entry, head, content)
                : keepKnown(entry, layer, joined(head, content));
    }

    private StreamedEntry<T> keepKnown(TarEntry entry, ReadLayer<T> layer, InputStream content) throws IOException {
        Digest expected = layer.stored().digest();
        Digest actual = Digests.of(content);
        if (!actual.equals(expected)) {
            return new StreamedEntry.Unreadable<>(
                    MismatchException.ofDigest("digest of a layer", entry.path(), expected, actual));
        }
        ReadLayer<T> again = layer.again(entry.path(), this.reader, this.budget);
        this.known.taken();
        this.progress.layerKnown(0);
        return new StreamedEntry.Layer<>(again, false);
    }

    private StreamedEntry<T> readLayer(TarEntry entry, byte[] head, InputStream content) throws IOException {
        WatchedInput watched = new WatchedInput(content);
        try {
            ReadLayer<T> layer = ReadLayer.read(entry.path(), joined(head, watched), this.reader, this.limits,
                    this.budget, new Semaphore(0));
            this.progress.layerDone();
            return new StreamedEntry.Layer<>(layer, true);
        } catch (InvalidImageException ex) {
            if (ex instanceof LimitExceededException limit && !limit.appliesToSingleEntry()) {
                throw limit;
            }
            watched.throwFailure();
            return --this.failuresLeft < 0 ? new StreamedEntry.Unknown<>() : new StreamedEntry.Unreadable<>(ex);
        }
    }

    private LimitExceededException tooLarge(String path) {
        return new LimitExceededException(Limit.DOCUMENT_SIZE, this.limits.get(Limit.DOCUMENT_SIZE), path);
    }

    private LimitExceededException tooManyLarge(String path) {
        return LimitExceededException.following(Limit.DOCUMENT_SIZE, "documents-size", documentsSize(),
                "bytes of similar documents before it", path);
    }

    private static boolean isDocument(TarEntry entry, byte[] head) {
        return entry.path().endsWith(".json") || (!LayerStream.isTar(head) && beginsLikeJson(head));
    }

    private static boolean beginsLikeJson(byte[] head) {
        for (byte character : head) {
            if (!Character.isWhitespace(character)) {
                return character == '{' || character == '[';
            }
        }
        return false;
    }

    private static InputStream joined(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }
}
