package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/** Compares inspections of an image with the output of gzip and tar, to prove that Tare does the same work. */
final class SameWork {

    private final BenchImage image;

    private final List<LayerListing> listings = new ArrayList<>();

    SameWork(BenchImage image) throws IOException, InterruptedException {
        Progress.say("listing " + image.name());
        this.image = image;
        for (Path blob : image.blobs()) {
            this.listings.add(LayerListing.of(blob));
        }
    }

    /** @throws IllegalStateException if the inspection has other facts, or lacks the digest of a file */
    void verify(Inspection inspection) {
        verify("layers", this.listings.size(), inspection.weight().layers().size());
        for (int number = 0; number < this.listings.size(); number++) {
            verify("Layer " + number, this.listings.get(number), inspection.weight().layers().get(number), inspection);
        }
        long files = inspection.files().entries().stream().filter(FileEntry::isFile).count();
        verify("files", (long) this.image.files(), files);
        verify("files with a digest", files,
                inspection.files().entries().stream().filter(file -> file.content() != null).count());
    }

    private void verify(String layer, LayerListing listed, InspectedLayer found, Inspection inspection) {
        verify(layer + ", entries", listed.entries(), found.entries());
        verify(layer + ", bytes of files", listed.bytes(), found.uncompressedSize());
        verify(layer + ", diff ID", listed.tar(), found.layer().diffId().digest());
        FileEntry last = inspection.files().get(listed.last());
        verify(layer + ", digest of " + listed.last(), listed.content(), last == null ? null : last.content());
    }

    private void verify(String what, Object listed, @Nullable Object found) {
        if (!listed.equals(found)) {
            throw new IllegalStateException(this.image.name() + ": " + what + ": gzip and tar report " + listed
                    + ", but the inspection reports " + Objects.toString(found) + ".");
        }
    }
}
