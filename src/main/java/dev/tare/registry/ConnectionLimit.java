package dev.tare.registry;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the number of requests to each registry that run at once. Of further ones, those of the user with the fewest
 * come first, in their order. The last place is for a user without a request, so one user cannot keep others out.
 * Requests without a user may take all places.
 */
final class ConnectionLimit {

    private final int perRegistry;

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = this.lock.newCondition();

    /** Only registries with a request, because clients may name any number. */
    private final Map<String, Requests> registries = new HashMap<>();

    ConnectionLimit(int perRegistry) {
        this.perRegistry = perRegistry;
    }

    /**
     * Waits for a turn.
     *
     * @param user that sends the request, or {@code null} if all requests have the same one
     * @return ends the turn; further calls do nothing
     * @throws InterruptedIOException                         if the thread is interrupted
     * @throws dev.tare.limits.LimitExceededException if the deadline comes first
     */
    Runnable enter(String registry, @Nullable RegistryUser user, Deadline deadline) throws InterruptedIOException {
        Request request = new Request(user == null ? null : user.client());
        boolean entered = begin(registry, request);
        if (!entered) {
            if (user != null) {
                user.queues();
            }
            try {
                await(registry, request, deadline);
            } finally {
                if (user != null) {
                    user.queued();
                }
            }
        }
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                leave(registry, request);
            }
        };
    }

    /** Returns whether the request may run at once. Otherwise it is not in the queue yet, because its user may block. */
    private boolean begin(String registry, Request request) {
        this.lock.lock();
        try {
            Requests requests = this.registries.computeIfAbsent(registry, _ -> new Requests());
            requests.waiting.add(request);
            boolean started = requests.start(request);
            requests.waiting.remove(request);
            return started;
        } finally {
            this.lock.unlock();
        }
    }

    private void await(String registry, Request request, Deadline deadline) throws InterruptedIOException {
        boolean entered = false;
        this.lock.lock();
        try {
            Requests requests = this.registries.computeIfAbsent(registry, _ -> new Requests());
            requests.waiting.add(request);
            while (!requests.start(request)) {
                long left = Math.max(0, deadline.nanosLeft());
                if (left == 0 || !this.changed.await(left, TimeUnit.NANOSECONDS)) {
                    deadline.check();
                }
            }
            entered = true;
            this.changed.signalAll();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for a connection was interrupted");
        } finally {
            if (!entered) {
                leave(registry, request);
            }
            this.lock.unlock();
        }
    }

    private void leave(String registry, Request request) {
        this.lock.lock();
        try {
            this.registries.computeIfPresent(registry,
                    (_, requests) -> requests.endsWithout(request) ? null : requests);
            this.changed.signalAll();
        } finally {
            this.lock.unlock();
        }
    }

    /** A request of a client. It is compared by identity. */
    private static final class Request {

        private final @Nullable String client;

        private Request(@Nullable String client) {
            this.client = client;
        }
    }

    /** The requests to one registry. */
    private final class Requests {

        private final List<Request> running = new ArrayList<>();

        private final List<Request> waiting = new ArrayList<>();

        /** Starts a request that is the next one. */
        private boolean start(Request request) {
            Request next = this.waiting.stream()
                    .filter(this::hasPlace)
                    .min(Comparator.comparingLong(this::ofSameClient))
                    .orElse(null);
            if (request != next) {
                return false;
            }
            this.waiting.remove(request);
            return this.running.add(request);
        }

        private boolean hasPlace(Request request) {
            int free = ConnectionLimit.this.perRegistry - this.running.size();
            return free > 1 || (free == 1 && (request.client == null || ofSameClient(request) == 0));
        }

        private long ofSameClient(Request request) {
            return this.running.stream().filter(other -> Objects.equals(other.client, request.client)).count();
        }

        /** Removes a request, and returns whether no other is left. */
        private boolean endsWithout(Request request) {
            this.running.remove(request);
            this.waiting.remove(request);
            return this.running.isEmpty() && this.waiting.isEmpty();
        }
    }
}
