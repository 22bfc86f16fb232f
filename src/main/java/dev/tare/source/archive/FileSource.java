package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tare.archive.ArchiveStream;
import dev.tare.image.Compression;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.BlobSource;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImageSelection;

/**
 * An archive in a file. Its blobs are read at their offsets. An archive that is compressed as a whole, or a pipe, is
 * read as a stream.
 */
final class FileSource implements ImageSource {

    private final String name;

    private final Path file;

    private final ImageSelection selection;

    private final Limits limits;

    FileSource(String name, Path file, ImageSelection selection, Limits limits) {
        this.name = name;
        this.file = file;
        this.selection = selection;
        this.limits = limits;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        try {
            return Files.isRegularFile(this.file) && !isCompressed(budget.deadline())
                    ? blobs().read(reader, known, budget, progress)
                    : readStream(reader, known, budget, progress);
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    @Override
    public List<Platform> platforms(Deadline deadline) {
        try {
            return Files.isRegularFile(this.file) && !isCompressed(deadline) ? blobs().platforms(deadline)
                    : ImageSource.super.platforms(deadline);
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    @Override
    public <T> T readParts(PartReader<T> reader, Deadline deadline) {
        try {
            return Files.isRegularFile(this.file) && !isCompressed(deadline) ? blobs().readParts(reader, deadline)
                    : ImageSource.super.readParts(reader, deadline);
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    private boolean isCompressed(Deadline deadline) throws IOException {
        try (InputStream in = Files.newInputStream(this.file);
                ArchiveStream archive = ArchiveStream.open(this.name, in, this.limits, deadline)) {
            return archive.compression() != Compression.NONE;
        }
    }

    private BlobSource blobs() {
        return new BlobSource(this.name, deadline -> TarFile.open(this.name, this.file, this.limits, deadline),
                this.selection, this.limits);
    }

    private <T> ImageContents<T> readStream(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(this.file)) {
            return new StreamSource(this.name, in, this.selection, this.limits).read(reader, known, budget, progress);
        }
    }
}
