package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a bounded number of requests inspect their images at once, first come, first served. The work is done by the
 * processors and the memory is shared, so more at once would only make all of them slower.
 */
public class InspectionQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

    private final QueueProperties properties;

    private final Semaphore turns;

    private final AtomicInteger waiting = new AtomicInteger();

    InspectionQueue(QueueProperties properties) {
        this.properties = properties;
        this.turns = new Semaphore(properties.parallel(), true);
    }

    /**
     * Waits for a turn, which lasts until it is closed.
     *
     * @throws TooBusyException if too many wait already, or none came in time
     */
    public Turn take() {
        if (!this.turns.tryAcquire() && !await()) {
            throw new TooBusyException(this.properties.parallel(), RETRY_AFTER);
        }
        return this.turns::release;
    }

    /** How many have their turn now. */
    int running() {
        return this.properties.parallel() - this.turns.availablePermits();
    }

    /** How many wait for theirs now. */
    int waiting() {
        return this.waiting.get();
    }

    private boolean await() {
        try {
            return this.waiting.incrementAndGet() <= this.properties.waiting()
                    && this.turns.tryAcquire(TimeUnit.NANOSECONDS.convert(this.properties.patience()),
                            TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            this.waiting.decrementAndGet();
        }
    }

    /** The right to inspect images, until it is given back. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
