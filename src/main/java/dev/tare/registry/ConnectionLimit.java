package dev.tare.registry;

import java.io.InterruptedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tare.limits.Deadline;

/** Bounds the number of requests to each registry that run at once. Further ones wait in their order. */
final class ConnectionLimit {

    private final int perRegistry;

    /** Only registries with a request, because clients may name any number. */
    private final ConcurrentMap<String, Turns> registries = new ConcurrentHashMap<>();

    ConnectionLimit(int perRegistry) {
        this.perRegistry = perRegistry;
    }

    /**
     * Waits for a turn.
     *
     * @return ends the turn; further calls do nothing
     * @throws InterruptedIOException                         if the thread is interrupted
     * @throws dev.tare.limits.LimitExceededException if the deadline comes first
     */
    Runnable enter(String registry, Deadline deadline) throws InterruptedIOException {
        Semaphore running = this.registries
                .compute(registry, (_, turns) -> turns == null ? new Turns(new Semaphore(this.perRegistry, true), 1)
                        : turns.with(1))
                .running();
        boolean entered = false;
        try {
            while (!entered) {
                entered = running.tryAcquire(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
                if (!entered) {
                    deadline.check();
                }
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for a connection was interrupted");
        } finally {
            if (!entered) {
                leave(registry);
            }
        }
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                running.release();
                leave(registry);
            }
        };
    }

    private void leave(String registry) {
        this.registries.computeIfPresent(registry, (_, turns) -> turns.requests() == 1 ? null : turns.with(-1));
    }

    /** @param requests that run or wait */
    private record Turns(Semaphore running, int requests) {

        Turns with(int more) {
            return new Turns(this.running, this.requests + more);
        }
    }
}
