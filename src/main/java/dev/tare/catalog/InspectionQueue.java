package dev.tare.catalog;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets a bounded number of requests inspect images at once. More requests at once would only slow each other down,
 * because they share processors and memory. A request takes its turn when its first bytes are there, and loses it to
 * another request while its sender stalls. One client gets only a share of the turns and of the places.
 */
public class InspectionQueue {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

    /** A sender that sends nothing for so long stalls. */
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The time between two looks for stalled senders. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final QueueProperties properties;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = this.lock.newCondition();

    private final Map<String, Integer> places = new HashMap<>();

    private final List<Turn> running = new ArrayList<>();

    private final Deque<Turn> waiting = new ArrayDeque<>();

    InspectionQueue(QueueProperties properties) {
        this.properties = properties;
    }

    /**
     * Takes a place for a request, without a turn. Close the place at its end.
     *
     * @param client the sender of the request
     * @throws TooBusyException if all places or those of the client are taken
     */
    public Turn enter(String client) {
        this.lock.lock();
        try {
            int all = this.places.values().stream().mapToInt(Integer::intValue).sum();
            int most = this.properties.concurrency() + this.properties.capacity();
            int own = this.places.getOrDefault(client, 0);
            if (all >= most || own >= this.properties.shareOf(most)) {
                throw busy();
            }
            this.places.put(client, own + 1);
            return new Turn(client);
        } finally {
            this.lock.unlock();
        }
    }

    /** The number of requests that have a turn now. */
    int running() {
        this.lock.lock();
        try {
            return this.running.size();
        } finally {
            this.lock.unlock();
        }
    }

    /** The number of requests that wait for a turn now. */
    int waiting() {
        this.lock.lock();
        try {
            return this.waiting.size();
        } finally {
            this.lock.unlock();
        }
    }

    private TooBusyException busy() {
        return new TooBusyException(this.properties.concurrency(), RETRY_AFTER);
    }

    /** Waits for a turn. A request that lost its turn is the first in the queue, because it already uses memory. */
    private void await(Turn turn, boolean again) {
        long remaining = again ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(this.properties.maxWait());
        if (again) {
            this.waiting.addFirst(turn);
        } else {
            this.waiting.addLast(turn);
        }
        try {
            while (!isNext(turn)) {
                if (remaining <= 0) {
                    throw busy();
                }
                long most = Math.min(remaining, LOOK_NANOS);
                remaining -= most - this.changed.awaitNanos(most);
            }
            this.running.add(turn);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            this.waiting.remove(turn);
            this.changed.signalAll();
        }
    }

    private boolean isNext(Turn turn) {
        this.running.removeIf(Turn::isStalled);
        if (this.running.size() >= this.properties.concurrency()) {
            return false;
        }
        return this.waiting.stream().filter(this::isWithinShare).findFirst().filter(turn::equals).isPresent();
    }

    private boolean isWithinShare(Turn turn) {
        return this.running.stream()
                .filter(other -> other.client.equals(turn.client))
                .count() < this.properties.shareOf(this.properties.concurrency());
    }

    /** The place of a request, and its right to inspect images. Closing returns both. */
    public final class Turn implements AutoCloseable {

        private final String client;

        private boolean begun;

        /** When the request began to wait for its sender, or 0 if it does not wait. */
        private long waitsSince;

        private Turn(String client) {
            this.client = client;
        }

        /** The request waits for its sender from now on. If that takes long, it loses its turn. */
        public void pause() {
            InspectionQueue.this.lock.lock();
            try {
                this.waitsSince = System.nanoTime() | 1;
            } finally {
                InspectionQueue.this.lock.unlock();
            }
        }

        /**
         * The request has data. Waits for a turn if it has none.
         *
         * @throws TooBusyException if its first turn does not come in time
         */
        public void resume() {
            InspectionQueue.this.lock.lock();
            try {
                this.waitsSince = 0;
                if (!InspectionQueue.this.running.contains(this)) {
                    await(this, this.begun);
                    this.begun = true;
                }
            } finally {
                InspectionQueue.this.lock.unlock();
            }
        }

        @Override
        public void close() {
            InspectionQueue.this.lock.lock();
            try {
                InspectionQueue.this.running.remove(this);
                InspectionQueue.this.places.computeIfPresent(this.client, (_, count) -> count == 1 ? null : count - 1);
                InspectionQueue.this.changed.signalAll();
            } finally {
                InspectionQueue.this.lock.unlock();
            }
        }

        private boolean isStalled() {
            return this.waitsSince != 0 && System.nanoTime() - this.waitsSince > STALLED_NANOS;
        }
    }
}
