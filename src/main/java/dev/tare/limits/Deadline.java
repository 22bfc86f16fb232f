package dev.tare.limits;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/**
 * When inspecting one image must have come to its end; asked for again and again while its bytes stream by, and while
 * something is made of them.
 */
public final class Deadline {

    private final Duration allowed;

    private final LongSupplier nanoTime;

    private final long start;

    /** In nanoseconds; a time that they cannot tell is as long as they can. */
    private final long allowedNanos;

    private Deadline(Duration allowed, LongSupplier nanoTime) {
        this.allowed = allowed;
        this.nanoTime = nanoTime;
        this.allowedNanos = TimeUnit.NANOSECONDS.convert(allowed);
        this.start = nanoTime.getAsLong();
    }

    /** The limit {@code time} from now on. */
    public static Deadline of(Limits limits) {
        return of(limits, System::nanoTime);
    }

    /** @param nanoTime where the time comes from, in nanoseconds since whenever */
    public static Deadline of(Limits limits, LongSupplier nanoTime) {
        return new Deadline(limits.time(), nanoTime);
    }

    /** How long something may wait, in nanoseconds; none if it is not more than 0. */
    public long nanosLeft() {
        return this.allowedNanos - (this.nanoTime.getAsLong() - this.start);
    }

    /**
     * Ends what goes on for too long, or for nobody any more.
     *
     * @throws LimitExceededException if it has passed
     * @throws UncheckedIOException   if the thread was interrupted
     */
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(new InterruptedIOException("Reading was interrupted"));
        }
        if (nanosLeft() < 0) {
            throw LimitExceededException.overTime(this.allowed);
        }
    }

    /**
     * Waits for a lock, and takes it.
     *
     * @throws InterruptedException   if the thread is interrupted meanwhile
     * @throws LimitExceededException if it has passed before
     */
    public void lock(Lock lock) throws InterruptedException {
        while (!lock.tryLock(nanosLeft(), TimeUnit.NANOSECONDS)) {
            check();
        }
    }
}
