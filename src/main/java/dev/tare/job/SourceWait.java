package dev.tare.job;

import java.util.function.LongSupplier;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.registry.RegistryUser;
import dev.tare.source.Progress;

/**
 * Gives the turn of a job to others while all threads of the job wait for a registry, and measures that time. So a
 * registry that sends nothing does not keep other clients waiting.
 */
final class SourceWait implements Progress.Watch, RegistryUser {

    /** Heap of the result for each byte of a document, at most. A list of short texts takes most. */
    private static final long HEAP_PER_BYTE = 16;

    /** Bytes of the documents of an image that need no turn. Most images have a tenth of them. */
    private static final long SMALL_DOCUMENTS = 1 << 17;

    private final String client;

    private final Turn turn;

    private final LongSupplier held;

    /** Threads that read. The first reads the documents of the image. */
    private int readers = 1;

    private int waiting = 1;

    /** Threads of these that wait for a connection, because too many others are open. */
    private int queued;

    /** Bytes of the documents so far. */
    private long documents;

    private boolean opened;

    private boolean paused;

    private volatile Clock clock = new Clock(0, 0, false);

    /**
     * @param client of the job
     * @param held   heap of the job in bytes
     */
    SourceWait(String client, Turn turn, LongSupplier held) {
        this.client = client;
        this.turn = turn;
        this.held = held;
        pause();
    }

    /**
     * The time in which the job waited for the source of this image so far, in nanoseconds. It does not include the time
     * in which other requests of the service kept it from a connection. Takes no lock, because a thread keeps it while it
     * waits for the turn.
     */
    long waitedNanos() {
        return this.clock.at(System.nanoTime());
    }

    @Override
    public String client() {
        return this.client;
    }

    @Override
    public void queues() {
        synchronized (this) {
            this.queued++;
            measure();
        }
    }

    @Override
    public void queued() {
        synchronized (this) {
            this.queued--;
            measure();
        }
    }

    /** Many bytes are parsed in a turn only, because the turn has the heap for them. */
    @Override
    public void parses(long bytes) {
        synchronized (this) {
            this.documents += bytes;
            if (this.paused) {
                if (this.documents > SMALL_DOCUMENTS) {
                    resume();
                }
                pause();
            }
        }
    }

    @Override
    public void opened() {
        synchronized (this) {
            if (!this.opened) {
                this.opened = true;
                this.readers--;
                this.waiting--;
                resume();
            }
        }
    }

    @Override
    public void begins() {
        synchronized (this) {
            this.readers++;
        }
    }

    @Override
    public void waits() {
        synchronized (this) {
            this.waiting++;
            pauseIfAllWait();
        }
    }

    /** Waits for the turn if the job lost it. Then other threads of the job wait too. */
    @Override
    public void resumes(int bytes) {
        synchronized (this) {
            this.waiting--;
            resume();
        }
    }

    @Override
    public void ends() {
        synchronized (this) {
            this.readers--;
            pauseIfAllWait();
        }
    }

    private void pauseIfAllWait() {
        if (!this.paused && this.waiting > 0 && this.waiting == this.readers) {
            pause();
        }
        measure();
    }

    private void pause() {
        this.paused = true;
        measure();
        this.turn.pause(this.held.getAsLong() + HEAP_PER_BYTE * this.documents);
    }

    private void resume() {
        if (this.paused) {
            this.paused = false;
            measure();
            this.turn.resume();
        }
    }

    /** The source is waited for if a thread has a connection to it, and no thread has data. */
    private void measure() {
        long now = System.nanoTime();
        this.clock = new Clock(this.clock.at(now), now, this.paused && this.queued < this.waiting);
    }

    /**
     * A time that passes or stands still.
     *
     * @param before nanoseconds until the start
     */
    private record Clock(long before, long start, boolean runs) {

        private long at(long now) {
            return this.before + (this.runs ? now - this.start : 0);
        }
    }
}
