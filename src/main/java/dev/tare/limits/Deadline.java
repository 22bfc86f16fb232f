package dev.tare.limits;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * The end of the time to inspect one image. Every loop whose length depends on the image checks it, or takes steps of
 * it where reading the clock would cost more than the work.
 */
public final class Deadline {

    /** Steps between two readings of the clock. A step takes far less time than a reading. */
    private static final int STEPS = 4096;

    /** Characters of a path that take about as long as a step. */
    private static final int CHARACTERS_PER_STEP = 64;

    private final long allowedMillis;

    private final LongSupplier nanoTime;

    private final long start;

    /** A lost update only delays the next reading of the clock, so threads do not synchronize. */
    private int steps;

    private Deadline(long allowedMillis, LongSupplier nanoTime, long start) {
        this.allowedMillis = allowedMillis;
        this.nanoTime = nanoTime;
        this.start = start;
    }

    /** The limit {@code time} from now on. */
    public static Deadline of(Limits limits) {
        return of(limits, System::nanoTime);
    }

    /** @param nanoTime a clock in nanoseconds, with any start */
    public static Deadline of(Limits limits, LongSupplier nanoTime) {
        return new Deadline(limits.get(Limit.TIME), nanoTime, nanoTime.getAsLong());
    }

    /** The time left in nanoseconds; not more than 0 if none is left. */
    public long nanosLeft() {
        return TimeUnit.MILLISECONDS.toNanos(this.allowedMillis) - (this.nanoTime.getAsLong() - this.start);
    }

    /**
     * Ends work that takes too long or was interrupted.
     *
     * @throws LimitExceededException if the time is over
     * @throws UncheckedIOException   if the thread was interrupted
     */
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(new InterruptedIOException("Reading was interrupted"));
        }
        if (nanosLeft() < 0) {
            throw LimitExceededException.overTime(this.allowedMillis);
        }
    }

    /**
     * The end of a part of the work, which begins now. It is never after this one.
     *
     * @param longest the time for the part
     */
    public Deadline within(Duration longest) {
        long left = TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanosLeft()));
        return new Deadline(Math.min(left, longest.toMillis()), this.nanoTime, this.nanoTime.getAsLong());
    }

    /** Takes one step. Only some steps check the deadline. */
    public void step() {
        step(1);
    }

    /** Takes as many steps as the lookup of this path costs. */
    public void step(String path) {
        step(1 + path.length() / CHARACTERS_PER_STEP);
    }

    private void step(int count) {
        this.steps += count;
        if (this.steps >= STEPS) {
            this.steps = 0;
            check();
        }
    }

    /**
     * Waits for a lock, and takes it.
     *
     * @throws InterruptedException   if the thread is interrupted meanwhile
     * @throws LimitExceededException if the time is over before
     */
    public void lock(Lock lock) throws InterruptedException {
        while (!lock.tryLock(nanosLeft(), TimeUnit.NANOSECONDS)) {
            check();
        }
    }
}
