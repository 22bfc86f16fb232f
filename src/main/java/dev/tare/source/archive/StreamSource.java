package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tare.archive.ArchiveStream;
import dev.tare.archive.tar.InvalidTarException;
import dev.tare.archive.tar.TarEntry;
import dev.tare.archive.tar.TarReader;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.ImagePlanner;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.UnsupportedImageException;

/** An archive as a stream, read once in the order of its entries. */
final class StreamSource implements ImageSource {

    private final String name;

    private final InputStream archive;

    private final ImageSelection selection;

    private final Limits limits;

    private final AtomicBoolean used = new AtomicBoolean();

    StreamSource(String name, InputStream archive, ImageSelection selection, Limits limits) {
        this.name = name;
        this.archive = archive;
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
        if (this.used.getAndSet(true)) {
            throw new IllegalStateException("\"" + this.name + "\" is a stream and can be read only once");
        }
        StreamedEntries<T> entries = new StreamedEntries<>(this.name, reader, known, this.limits, budget,
                progress);
        progress.begin();
        try (InputStream counted = progress.count(this.archive);
                ArchiveStream stream = ArchiveStream.open(this.name, counted, this.limits, budget.deadline())) {
            readEntries(stream, entries, budget.deadline());
        } catch (LimitExceededException ex) {
            throw ImagePlanner.isRootFileSystem(entries) ? UnsupportedImageException.rootFileSystem(this.name) : ex;
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
        ImagePlan plan = new ImagePlanner(this.selection, this.limits).plan(entries);
        ImageContents<T> contents = ImageContents.of(plan, entries::layer, entries::again);
        entries.newLayers(plan.layers()).forEach(layer -> known.keep(layer, false));
        return contents;
    }

    private void readEntries(ArchiveStream stream, StreamedEntries<?> entries, Deadline deadline) throws IOException {
        TarReader tar = TarReader.ofArchive(stream.tar(), this.name, this.limits, deadline);
        TarEntry entry = tar.next();
        if (entry == null) {
            throw InvalidTarException.notATar(this.name, "it has no entries");
        }
        for (; entry != null; entry = tar.next()) {
            entries.add(entry, tar.content());
        }
        stream.finish();
    }
}
