package dev.tare.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets requests share something that is scarce, in units: turns to inspect images, or heap to build reports. A request
 * loses its units to another one while its sender stalls, unless the stalled requests hold too much heap. One client
 * gets only a share of the units and of the places, so it cannot keep others out.
 */
public class RequestQueue {

    /** A sender that sends nothing for so long stalls. */
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The time between two looks for stalled senders. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final QueueProperties properties;

    private final int units;

    private final long stalledHeap;

    private final Supplier<TooBusyException> busy;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = this.lock.newCondition();

    private final Map<String, Integer> places = new HashMap<>();

    private final List<Turn> running = new ArrayList<>();

    /** In the order in which they began to wait. */
    private final List<Turn> waiting = new ArrayList<>();

    /** Whether a first turn came before a lost one. The next one does not. */
    private boolean overtook;

    /** Requests that lost their units, but still hold heap. */
    private final List<Turn> stalled = new ArrayList<>();

    private RequestQueue(QueueProperties properties, int units, long stalledHeap, Supplier<TooBusyException> busy) {
        this.properties = properties;
        this.units = units;
        this.stalledHeap = stalledHeap;
        this.busy = busy;
    }

    /**
     * A queue of requests that inspect images. Each needs one of as many units as can make progress at once.
     *
     * @param stalledHeap maximum heap of all requests that lost their units, in bytes
     */
    static RequestQueue ofInspections(QueueProperties properties, long stalledHeap) {
        int units = properties.concurrency();
        return new RequestQueue(properties, units, stalledHeap, () -> new TooBusyException(
                "Images of " + units + " other requests are being inspected.", Duration.ofSeconds(15)));
    }

    /** A queue of requests that build reports. */
    static RequestQueue ofReports(QueueProperties properties, int units) {
        return new RequestQueue(properties, units, 0,
                () -> new TooBusyException("The reports of other requests are being built.", Duration.ofSeconds(5)));
    }

    /** A queue of requests that read sizes from registries, as many at once as there are units. */
    static RequestQueue ofSizes(QueueProperties properties, int units) {
        return new RequestQueue(properties, units, 0, () -> new TooBusyException(
                "The sizes of images of other requests are being read.", Duration.ofSeconds(5)));
    }

    /** Takes a place for a request that needs one unit. */
    public Turn enter(String client) {
        return enter(client, 1);
    }

    /**
     * Takes a place for a request, without its units. Close the place at its end.
     *
     * @param client the sender of the request
     * @param needed units that the request needs, at most all
     * @throws TooBusyException if all places or those of the client are taken
     */
    Turn enter(String client, int needed) {
        this.lock.lock();
        try {
            int all = this.places.values().stream().mapToInt(Integer::intValue).sum();
            int most = this.properties.concurrency() + this.properties.capacity();
            int own = this.places.getOrDefault(client, 0);
            if (all >= most || own >= this.properties.shareOf(most)) {
                throw this.busy.get();
            }
            this.places.put(client, own + 1);
            return new Turn(client, needed, false);
        } finally {
            this.lock.unlock();
        }
    }

    /**
     * Enters without a place, and waits for a turn for any time. The caller bounds how many do so, and the time.
     *
     * @param client the sender of the request
     */
    public Turn enterPatiently(String client) {
        return new Turn(client, 1, true);
    }

    /** The share of one client in a number of things, at least 1. */
    public int shareOf(int all) {
        return this.properties.shareOf(all);
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

    private void await(Turn turn) {
        long remaining = turn.begun || turn.patient ? Long.MAX_VALUE
                : TimeUnit.NANOSECONDS.convert(this.properties.maxWait());
        this.waiting.add(turn);
        try {
            while (!isNext(turn)) {
                if (remaining <= 0) {
                    throw this.busy.get();
                }
                long most = Math.min(remaining, LOOK_NANOS);
                remaining -= most - this.changed.awaitNanos(most);
            }
            this.overtook = !turn.begun && this.waiting.stream().anyMatch(other -> other.begun);
            turn.begun = true;
            this.stalled.remove(turn);
            this.running.add(turn);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw this.busy.get();
        } finally {
            this.waiting.remove(turn);
            this.changed.signalAll();
        }
    }

    private boolean isNext(Turn turn) {
        this.running.removeIf(this::losesItsUnits);
        int free = this.units - this.running.stream().mapToInt(other -> other.needed).sum();
        return turn.needed <= free && turn.equals(next());
    }

    /**
     * A request that lost its turn comes first, because it already uses memory. Requests of clients without a unit come
     * before it every other time, so that senders that stall again and again do not keep them out.
     */
    private @Nullable Turn next() {
        List<Turn> able = this.waiting.stream().filter(this::isWithinShare).toList();
        Turn lost = first(able, turn -> turn.begun);
        Turn entering = first(able,
                turn -> !turn.begun && (lost == null || (!this.overtook && unitsOf(turn.client) == 0)));
        return entering != null ? entering : lost;
    }

    private static @Nullable Turn first(List<Turn> turns, Predicate<Turn> condition) {
        return turns.stream().filter(condition).findFirst().orElse(null);
    }

    private boolean losesItsUnits(Turn turn) {
        long held = this.stalled.stream().mapToLong(other -> other.held).sum();
        return turn.isStalled() && held + turn.held <= this.stalledHeap && this.stalled.add(turn);
    }

    /** A client that has no units gets those of one request, even if they are more than its share. */
    private boolean isWithinShare(Turn turn) {
        int own = unitsOf(turn.client);
        return own == 0 || own + turn.needed <= this.properties.shareOf(this.units);
    }

    private int unitsOf(String client) {
        return this.running.stream()
                .filter(other -> other.client.equals(client))
                .mapToInt(other -> other.needed)
                .sum();
    }

    /** The place of a request, and its units. Closing returns both. */
    public final class Turn implements AutoCloseable {

        private final String client;

        private final int needed;

        private final boolean patient;

        /** Whether it had its units before. */
        private boolean begun;

        /** Heap in bytes. */
        private long held;

        /** When the request began to wait for its sender, or 0 if it does not wait. */
        private long waitsSince;

        private Turn(String client, int needed, boolean patient) {
            this.client = client;
            this.needed = needed;
            this.patient = patient;
        }

        /**
         * The request waits for its sender from now on. If that takes long, it loses its units.
         *
         * @param held heap that the request holds meanwhile, in bytes
         */
        public void pause(long held) {
            RequestQueue.this.lock.lock();
            try {
                this.held = held;
                this.waitsSince = System.nanoTime() | 1;
            } finally {
                RequestQueue.this.lock.unlock();
            }
        }

        /**
         * The request has data. Waits for a turn if it has none.
         *
         * @throws TooBusyException if its first turn does not come in time
         */
        public void resume() {
            RequestQueue.this.lock.lock();
            try {
                this.waitsSince = 0;
                if (!RequestQueue.this.running.contains(this)) {
                    await(this);
                }
            } finally {
                RequestQueue.this.lock.unlock();
            }
        }

        @Override
        public void close() {
            RequestQueue.this.lock.lock();
            try {
                RequestQueue.this.running.remove(this);
                RequestQueue.this.stalled.remove(this);
                if (!this.patient) {
                    RequestQueue.this.places.computeIfPresent(this.client,
                            (_, count) -> count == 1 ? null : count - 1);
                }
                RequestQueue.this.changed.signalAll();
            } finally {
                RequestQueue.this.lock.unlock();
            }
        }

        private boolean isStalled() {
            return this.waitsSince != 0 && System.nanoTime() - this.waitsSince > STALLED_NANOS;
        }
    }
}
