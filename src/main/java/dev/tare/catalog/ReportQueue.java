package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tare.catalog.InspectionQueue.Turn;

/**
 * Lets requests reserve heap before they build a report, first come, first served. A report that needs more than the
 * share of all reports takes the turn of a request that inspects images, whose share is larger.
 */
public class ReportQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** The unit of the semaphore, in bytes. */
    private static final long UNIT = 1 << 16;

    private final InspectionQueue inspections;

    private final QueueProperties properties;

    private final int units;

    private final Semaphore free;

    private final AtomicInteger waiting = new AtomicInteger();

    /** @param share heap for all reports that are being built, in bytes */
    ReportQueue(InspectionQueue inspections, QueueProperties properties, long share) {
        this.inspections = inspections;
        this.properties = properties;
        this.units = Math.toIntExact(Math.max(1, share / UNIT));
        this.free = new Semaphore(this.units, true);
    }

    /**
     * Waits until this much heap is free. Close the turn at its end.
     *
     * @param bytes needed to build a report, estimated
     * @throws TooBusyException if too many requests wait, or the heap does not become free in time
     */
    public Turn take(long bytes) {
        long needed = 1 + bytes / UNIT;
        if (needed > this.units) {
            return this.inspections.take();
        }
        int taken = (int) needed;
        if (!this.free.tryAcquire(taken) && !await(taken)) {
            throw new TooBusyException("The reports of other requests are being built.", RETRY_AFTER);
        }
        return () -> this.free.release(taken);
    }

    private boolean await(int needed) {
        try {
            return this.waiting.incrementAndGet() <= this.properties.capacity()
                    && this.free.tryAcquire(needed, TimeUnit.NANOSECONDS.convert(this.properties.maxWait()),
                            TimeUnit.NANOSECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            this.waiting.decrementAndGet();
        }
    }
}
