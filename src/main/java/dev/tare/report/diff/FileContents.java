package dev.tare.report.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import dev.tare.archive.StoredLayer;
import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.filetree.FileEntry;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Layer;
import dev.tare.inspection.Inspection;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.secret.scan.SecretScan;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contents of some files of an image again, in one pass over the layers that have them. Other layers are only
 * hashed, or not pulled from a registry. A content counts only if it has the digest that the inspection found. Only texts
 * without secrets stay in memory, up to a limit for the files of the whole image.
 */
final class FileContents implements LayerReader<Map<Digest, FileText>> {

    static final int MOST_FILE = 1 << 20;

    private static final long MOST_IMAGE = 32L << 20;

    private final Limits limits;

    private final Set<Digest> wanted = new HashSet<>();

    /** All names of the wanted files. An entry of a tar with one of them may have the content. */
    private final Set<String> names = new HashSet<>();

    private final BitSet layers = new BitSet();

    /** Contents without room. They are known before any is read, so that each run shows the same files. */
    private final Set<Digest> beyond = new HashSet<>();

    /** The texts that were read, because several layers may have the same content. */
    private final Map<Digest, FileText> texts = new ConcurrentHashMap<>();

    private FileContents(Inspection inspection, Collection<FileEntry> files, Limits limits) {
        this.limits = limits;
        Map<String, List<FileEntry>> linked = linked(inspection);
        long left = MOST_IMAGE;
        for (FileEntry file : files) {
            if (file.content() == null || this.beyond.contains(file.content())) {
                continue;
            }
            left -= this.wanted.contains(file.content()) ? 0 : file.size();
            if (left < 0) {
                this.beyond.add(file.content());
                left += file.size();
                continue;
            }
            String counted = file.sameFileAs() == null ? file.path() : file.sameFileAs();
            add(file, file.content());
            add(inspection.files().get(counted), file.content());
            linked.getOrDefault(counted, List.of()).forEach(other -> add(other, file.content()));
        }
    }

    private void add(@Nullable FileEntry file, @Nullable Digest content) {
        if (file != null && content != null && file.size() <= MOST_FILE) {
            this.wanted.add(content);
            this.names.add(file.path());
            this.layers.set(file.layer());
        }
    }

    private static Map<String, List<FileEntry>> linked(Inspection inspection) {
        Map<String, List<FileEntry>> linked = new HashMap<>();
        inspection.files().furtherNames().mapToObj(inspection.files().entries()::get).forEach(file -> {
            if (file.sameFileAs() != null) {
                linked.computeIfAbsent(file.sameFileAs(), absent -> new ArrayList<>()).add(file);
            }
        });
        return linked;
    }

    /**
     * Reads the texts of files.
     *
     * @param files in the order in which they are kept
     * @return the text by the digest of its content; contents that could not be found again are missing
     * @throws dev.tare.image.InvalidImageException if the source is not one complete, consistent image
     * @throws java.io.UncheckedIOException         if it cannot be read at all
     */
    static Map<Digest, FileText> read(ImageSource source, Inspection inspection, Collection<FileEntry> files,
            Limits limits, Progress progress) {
        FileContents reader = new FileContents(inspection, files, limits);
        Map<Digest, FileText> found = new HashMap<>();
        if (!reader.wanted.isEmpty()) {
            source.withoutSignatureSearch()
                    .read(reader, new Others(inspection, reader.layers), new ImageBudget(limits), progress)
                    .layers()
                    .forEach(layer -> layer
                            .forEach((digest, text) -> found.merge(digest, text, FileContents::joined)));
        }
        reader.beyond.forEach(digest -> found.put(digest, FileText.omitted(Omission.MEMORY)));
        return found;
    }

    @Override
    public Map<Digest, FileText> read(String layer, InputStream tar, ImageBudget budget) throws IOException {
        Map<Digest, FileText> found = new HashMap<>();
        SecretScan secrets = new SecretScan();
        TarReader entries = TarReader.ofLayer(tar, layer, this.limits, budget);
        for (TarEntry entry = entries.next(); entry != null; entry = entries.next()) {
            if (entry.isFile() && entry.size() <= MOST_FILE && this.names.contains(entry.path())) {
                byte[] content = entries.content().readNBytes(MOST_FILE);
                Digest digest = Digest.sha256Of(content);
                if (this.wanted.contains(digest)) {
                    secrets.begin(entry.path());
                    secrets.update(content, 0, content.length);
                    FileText text = secrets.finish().isEmpty()
                            ? this.texts.computeIfAbsent(digest, absent -> FileText.of(content))
                            : FileText.omitted(Omission.SECRET);
                    found.merge(digest, text, FileContents::joined);
                }
            }
        }
        return found;
    }

    /** A content is a secret if it is one at any of its paths. */
    private static FileText joined(FileText one, FileText other) {
        return one.omission() == Omission.SECRET || (one.omission() == null && other.omission() != Omission.SECRET)
                ? one
                : other;
    }

    /** Layers without a wanted file, which need not be read. */
    private static final class Others implements KnownLayers<Map<Digest, FileText>> {

        private final Map<Digest, ReadLayer<Map<Digest, FileText>>> layers = new HashMap<>();

        private Others(Inspection inspection, BitSet wanted) {
            List<Layer> all = inspection.weight().layers().stream().map(one -> one.layer()).toList();
            IntStream.range(0, all.size()).filter(index -> !wanted.get(index)).forEach(index -> {
                Layer layer = all.get(index);
                this.layers.put(layer.digest(), new ReadLayer<>(new StoredLayer(layer.digest(), layer.diffId(),
                        layer.compression(), layer.storedSize(), layer.tarSize()), Map.of(),
                        new ImageBudget.Cost(0, 0)));
            });
            wanted.stream().forEach(index -> this.layers.remove(all.get(index).digest()));
        }

        @Override
        public @Nullable ReadLayer<Map<Digest, FileText>> find(Digest digest) {
            return this.layers.get(digest);
        }

        @Override
        public void taken() {
            // Nobody asks for the number.
        }

        @Override
        public void keep(ReadLayer<Map<Digest, FileText>> layer, boolean fromRegistry) {
            // Each layer is read once.
        }

        @Override
        public Turn await(DiffId diffId, Deadline deadline) throws InterruptedIOException {
            return () -> {
            };
        }
    }
}
