package dev.tare.job;

import java.util.function.LongSupplier;

import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.source.Progress;

/**
 * Gives the turn of a job to others while all threads of the job wait for a registry, and measures that time. So a
 * registry that sends nothing does not keep other clients waiting.
 */
final class SourceWait implements Progress.Watch {

    private final Turn turn;

    private final LongSupplier held;

    /** Threads that read. The first reads the documents of the image. */
    private int readers = 1;

    private int waiting = 1;

    private boolean opened;

    private volatile boolean paused;

    private volatile long pausedSince;

    private volatile long waited;

    /** @param held heap of the job in bytes */
    SourceWait(Turn turn, LongSupplier held) {
        this.turn = turn;
        this.held = held;
        pause();
    }

    /**
     * The time in which the job waited for the source of this image so far, in nanoseconds. Takes no lock, because a
     * thread keeps it while it waits for the turn.
     */
    long waitedNanos() {
        return this.waited + (this.paused ? System.nanoTime() - this.pausedSince : 0);
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
    }

    private void pause() {
        this.pausedSince = System.nanoTime();
        this.paused = true;
        this.turn.pause(this.held.getAsLong());
    }

    private void resume() {
        if (this.paused) {
            this.waited = waitedNanos();
            this.paused = false;
            this.turn.resume();
        }
    }
}
