package dev.tare.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The progress of reading one image. The threads that read it count, and others look at the {@link #state} whenever they
 * like. Reads take no lock.
 */
public final class Progress {

    private final Watch watch;

    private final AtomicInteger layers = new AtomicInteger();

    private final AtomicInteger done = new AtomicInteger();

    private final AtomicInteger known = new AtomicInteger();

    private final AtomicLong bytes = new AtomicLong();

    private final AtomicLong bytesKnown = new AtomicLong();

    private final AtomicLong read = new AtomicLong();

    private volatile Phase phase = Phase.OPENING;

    /** A progress that only counts. */
    public Progress() {
        this(new Watch() {});
    }

    /** @param watch observes when threads wait for the source */
    public Progress(Watch watch) {
        this.watch = watch;
    }

    /** The counts at this moment. */
    public State state() {
        return new State(this.phase, this.layers.get(), this.done.get(), this.known.get(), this.bytes.get(),
                this.bytesKnown.get(), this.read.get());
    }

    /** The image is opened, and the layers come next. The sizes of an archive that streams by are unknown. */
    public void begin() {
        this.phase = Phase.READING;
        this.watch.opened();
    }

    /**
     * The layers are counted.
     *
     * @param layers with different blobs
     * @param bytes  of these blobs as stored
     */
    public void plan(int layers, long bytes) {
        this.layers.set(layers);
        this.bytes.set(bytes);
        begin();
    }

    /** A layer was read. */
    public void layerDone() {
        this.done.incrementAndGet();
    }

    /**
     * A layer was known, so its bytes are not read as a layer.
     *
     * @param bytes of its blob as stored
     */
    public void layerKnown(long bytes) {
        long planned = Math.min(bytes, this.bytes.get());
        this.bytes.addAndGet(-planned);
        this.bytesKnown.addAndGet(planned);
        this.known.incrementAndGet();
        this.done.incrementAndGet();
    }

    /** All layers were read, and their files are merged. */
    public void merge() {
        this.phase = Phase.MERGING;
    }

    /** A thread begins to wait for another image with the same layer, or for a request beside the layers. */
    public void awaitOther() {
        this.watch.begins();
        this.watch.waits();
    }

    /** The thread has waited. */
    public void awaitedOther() {
        this.watch.resumes(0);
        this.watch.ends();
    }

    /** Counts the bytes of a blob or archive while they are read. Closing the result leaves the stream open. */
    public InputStream count(InputStream stream) {
        this.watch.begins();
        return new Counted(stream);
    }

    /** A part of reading an image. */
    public enum Phase {

        /** The image is looked up, and its documents are read. */
        OPENING,

        /** The layers are read. */
        READING,

        /** The files of the layers are merged, and software is searched. */
        MERGING
    }

    /**
     * The counts at one moment.
     *
     * @param layers      with different blobs, or 0 if their number is unknown
     * @param layersDone  that were read or known
     * @param layersKnown that were known and therefore not read
     * @param bytes       of the blobs to read as stored, without those of known layers; 0 if unknown
     * @param bytesKnown  of the blobs of known layers, if they were planned
     * @param bytesRead   of the blobs to read
     */
    public record State(Phase phase, int layers, int layersDone, int layersKnown, long bytes, long bytesKnown,
            long bytesRead) {}

    /** Observes the threads that read. Implementations must be fast and safe for use by several threads. */
    public interface Watch {

        /** The image is opened. Before that, one thread waits for its documents. */
        default void opened() {}

        /** A thread begins to read a stream. */
        default void begins() {}

        /** A thread waits for the next bytes of a stream. */
        default void waits() {}

        /** The thread has these bytes, or none. */
        default void resumes(int bytes) {}

        /** A thread ends to read a stream. */
        default void ends() {}
    }

    private final class Counted extends FilterInputStream {

        private boolean closed;

        private Counted(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = -1;
            Progress.this.watch.waits();
            try {
                count = super.in.read(buffer, offset, length);
            } finally {
                Progress.this.watch.resumes(Math.max(count, 0));
            }
            Progress.this.read.addAndGet(Math.max(count, 0));
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            Progress.this.read.addAndGet(skipped);
            return skipped;
        }

        @Override
        public void close() {
            if (!this.closed) {
                this.closed = true;
                Progress.this.watch.ends();
            }
        }
    }
}
