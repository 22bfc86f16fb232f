package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a bounded number of requests inspect images at once, first come, first served. More requests at once would only
 * slow each other down, because they share processors and memory.
 */
public class InspectionQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

    private final QueueProperties properties;

    private final Semaphore turns;

    private final AtomicInteger waiting = new AtomicInteger();

    InspectionQueue(QueueProperties properties) {
        this.properties = properties;
        this.turns = new Semaphore(properties.concurrency(), true);
    }

    /**
     * Waits for a turn. Close the turn at its end.
     *
     * @throws TooBusyException if too many requests wait, or the turn does not come in time
     */
    public Turn take() {
        if (!this.turns.tryAcquire() && !await()) {
            throw new TooBusyException(
                    "Images of " + this.properties.concurrency() + " other requests are being inspected.", RETRY_AFTER);
        }
        return this.turns::release;
    }

    /** The number of requests that have a turn now. */
    int running() {
        return this.properties.concurrency() - this.turns.availablePermits();
    }

    /** The number of requests that wait now. */
    int waiting() {
        return this.waiting.get();
    }

    private boolean await() {
        try {
            return this.waiting.incrementAndGet() <= this.properties.capacity()
                    && this.turns.tryAcquire(TimeUnit.NANOSECONDS.convert(this.properties.maxWait()),
                            TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            this.waiting.decrementAndGet();
        }
    }

    /** The right to do work that takes memory. Closing returns it. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
