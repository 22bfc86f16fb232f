package dev.tare.web.connection;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in a bounded number of threads. One client uses at most half of them, but at least one. Clients whose tasks
 * wait take turns, so many tasks of one client do not delay those of another. The tasks of one client begin in their
 * order.
 */
final class ClientTurns {

    /** The waiting tasks of each client that has some. The first client is the next one. */
    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();

    /** The number of tasks of each client that run. */
    private final Map<String, Integer> running = new HashMap<>();

    private int threads;

    /**
     * Runs a task later, or at once if a thread is free and the client may use it.
     *
     * @param most number of threads
     * @throws RejectedExecutionException if the executor takes no more work
     */
    void run(String client, Runnable task, Executor executor, int most) {
        int share = Math.max(1, most / 2);
        synchronized (this) {
            Queue<Runnable> tasks = this.waiting.computeIfAbsent(client, _ -> new ArrayDeque<>());
            tasks.add(task);
            // Each task that may begin has a thread that will take it, so a further thread is needed only for this one.
            if (this.threads >= most || tasks.size() + this.running.getOrDefault(client, 0) > share) {
                return;
            }
            this.threads++;
        }
        try {
            executor.execute(() -> work(share));
        } catch (RejectedExecutionException ex) {
            if (withdraw(client, task)) {
                throw ex;
            }
        }
    }

    /** A task that fails does not end the thread, because other tasks wait for it. */
    private void work(int share) {
        for (Turn turn = next(null, share); turn != null; turn = next(turn.client(), share)) {
            try {
                turn.task().run();
            } catch (RuntimeException | Error ex) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
            }
        }
    }

    /**
     * The next task of a client that does not have its share. The client goes to the end of the line. Without a task, the
     * thread ends.
     *
     * @param done the client whose task ended in this thread
     */
    private synchronized @Nullable Turn next(@Nullable String done, int share) {
        if (done != null) {
            this.running.computeIfPresent(done, (_, count) -> count > 1 ? count - 1 : null);
        }
        Iterator<Map.Entry<String, Queue<Runnable>>> line = this.waiting.entrySet().iterator();
        while (line.hasNext()) {
            Map.Entry<String, Queue<Runnable>> entry = line.next();
            String client = entry.getKey();
            if (this.running.getOrDefault(client, 0) < share) {
                Queue<Runnable> tasks = entry.getValue();
                line.remove();
                Runnable task = Objects.requireNonNull(tasks.poll());
                if (!tasks.isEmpty()) {
                    this.waiting.put(client, tasks);
                }
                this.running.merge(client, 1, Integer::sum);
                return new Turn(client, task);
            }
        }
        this.threads--;
        return null;
    }

    /** Removes a task for which there is no thread. Returns whether no other thread took it. */
    private synchronized boolean withdraw(String client, Runnable task) {
        this.threads--;
        Queue<Runnable> tasks = this.waiting.get(client);
        if (tasks == null || !tasks.remove(task)) {
            return false;
        }
        if (tasks.isEmpty()) {
            this.waiting.remove(client);
        }
        return true;
    }

    private record Turn(String client, Runnable task) {}
}
