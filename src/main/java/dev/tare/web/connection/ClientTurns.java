package dev.tare.web.connection;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in a bounded number of threads. Clients whose tasks wait take turns, so many tasks of one client do not delay
 * those of another. The tasks of one client run in their order.
 */
final class ClientTurns {

    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();

    private int threads;

    /**
     * Runs a task later, or at once if a thread is free.
     *
     * @param most number of threads
     * @throws RejectedExecutionException if the executor takes no more work
     */
    void run(String client, Runnable task, Executor executor, int most) {
        synchronized (this) {
            this.waiting.computeIfAbsent(client, _ -> new ArrayDeque<>()).add(task);
            if (this.threads >= most) {
                return;
            }
            this.threads++;
        }
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException ex) {
            withdraw(client, task);
            throw ex;
        }
    }

    /** A task that fails does not end the thread, because other tasks wait for it. */
    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error ex) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, ex);
            }
        }
    }

    /** The next task. Its client goes to the end of the line. Without a task, the thread ends. */
    private synchronized @Nullable Runnable next() {
        Map.Entry<String, Queue<Runnable>> first = this.waiting.isEmpty() ? null
                : this.waiting.entrySet().iterator().next();
        if (first == null) {
            this.threads--;
            return null;
        }
        this.waiting.remove(first.getKey());
        Runnable task = Objects.requireNonNull(first.getValue().poll());
        if (!first.getValue().isEmpty()) {
            this.waiting.put(first.getKey(), first.getValue());
        }
        return task;
    }

    private synchronized void withdraw(String client, Runnable task) {
        this.threads--;
        this.waiting.computeIfPresent(client, (_, tasks) -> {
            tasks.remove(task);
            return tasks.isEmpty() ? null : tasks;
        });
    }
}
