package dev.tare.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import dev.tare.codec.UnstorableValueException;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps layers in files. It is slower than memory, but lasts. A failure to read or write a file costs time, and is no
 * error.
 */
final class StoredLayers implements KnownLayers<LayerScan> {

    /** The folder is listed again after this part of its size was written, because other processes write too. */
    private static final int PARTS = 16;

    private final LayerFiles files;

    private final LayerForm form;

    private final long most;

    private long unlisted = Long.MAX_VALUE;

    /** @param most the size of the folder in bytes */
    StoredLayers(LayerFiles files, LayerForm form, long most) {
        this.files = files;
        this.form = form;
        this.most = most;
    }

    @Override
    public @Nullable ReadLayer<LayerScan> find(Digest digest) {
        Path file = this.files.file(digest, this.form.version());
        byte[] bytes = this.files.read(file);
        if (bytes == null) {
            return null;
        }
        ReadLayer<LayerScan> layer = this.form.read(bytes);
        if (layer == null || !layer.stored().digest().equals(digest)) {
            this.files.delete(file);
            return null;
        }
        return layer;
    }

    @Override
    public void taken() {
        // Nothing counts the uses.
    }

    @Override
    public void keep(ReadLayer<LayerScan> layer, boolean fromRegistry) {
        try {
            Path file = this.files.file(layer.stored().digest(), this.form.version());
            makeRoom(this.files.write(file,
                    out -> this.form.write(layer, out, Math.min(this.most, LayerFiles.LARGEST))));
        } catch (IOException | UncheckedIOException | UnstorableValueException ex) {
            // The next command reads the layer again.
        }
    }

    private synchronized void makeRoom(long written) throws IOException {
        this.unlisted = this.unlisted == Long.MAX_VALUE ? this.unlisted : this.unlisted + written;
        if (this.unlisted > this.most / PARTS) {
            this.files.evict(this.most - this.most / PARTS);
            this.unlisted = 0;
        }
    }

    /** Two processes may read a layer at the same time. A lock would outlive a process that is stopped. */
    @Override
    public Turn await(DiffId diffId, Deadline deadline) {
        return () -> {
        };
    }
}
