package dev.tare.toc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.fixture.Blob;
import dev.tare.fixture.ImageBuilder;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.Blobs;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.ImageSelection;

import static dev.tare.fixture.ImageBuilder.anImage;

/** An image with stored layers in a folder. */
record TocImage(Path folder) {

    static TocImage write(Path folder, Blob... layers) {
        return write(folder, anImage("app:1"), layers);
    }

    static TocImage write(Path folder, ImageBuilder image, Blob... layers) {
        Stream.of(layers).forEach(layer -> image.layer(layer.tar()));
        image.ociLayout(List.of(layers)).writeFolder(folder);
        return new TocImage(folder);
    }

    ImageSource source() {
        return ArchiveSources.open(this.folder, ImageSelection.ONLY, Limits.DEFAULTS);
    }

    List<FileEntry> listed() {
        return new TableLister(Limits.DEFAULTS).list(source()).files().entries();
    }

    List<FileEntry> inspected() {
        return new Inspector(Limits.DEFAULTS).inspect(source()).files().entries();
    }

    /** The plan of the image, for {@link #listed(ImagePlan, byte[])}. */
    ImagePlan plan() {
        return source().readParts((plan, _) -> plan, Deadline.of(Limits.DEFAULTS));
    }

    /** The files if each layer is stored as these bytes. */
    static List<FileEntry> listed(ImagePlan plan, byte[] stored) {
        return new TableLister(Limits.DEFAULTS).list(new Stored(plan, stored)).files().entries();
    }

    /** A source whose blobs are all the same. */
    private record Stored(ImagePlan plan, byte[] stored) implements ImageSource, Blobs {

        @Override
        public String name() {
            return "stored";
        }

        @Override
        public <T> T readParts(PartReader<T> reader, Deadline deadline) {
            try {
                return reader.read(this.plan, this);
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        }

        @Override
        public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
                Progress progress) {
            throw new IllegalStateException("Only parts are read");
        }

        @Override
        public InputStream open(String resolvedPath) {
            return new ByteArrayInputStream(this.stored);
        }

        @Override
        public long size(String resolvedPath) {
            return this.stored.length;
        }

        @Override
        public boolean has(String path) {
            return true;
        }

        @Override
        public byte[] document(String path) {
            throw new IllegalStateException("The plan is known");
        }

        @Override
        public String resolve(String path) {
            return path;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
