package dev.tare.job;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.SizesService;
import dev.tare.catalog.TooBusyException;
import dev.tare.error.MaskedError;
import dev.tare.job.Job.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs in memory, each in its own thread while it runs. Clients that have fewer jobs running come first, so one
 * client cannot keep others out.
 */
final class MemoryJobs implements Jobs, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(MemoryJobs.class);

    private static final int ID_BYTES = 16;

    private static final long LOOK_MILLIS = 250;

    private final SecureRandom random = new SecureRandom();

    private final JobProperties properties;

    private final RequestQueue queue;

    private final InspectionService inspections;

    private final SizesService sizes;

    private final Catalog catalog;

    /** In the order of their creation. */
    private final Map<String, JobTask> tasks = new LinkedHashMap<>();

    private final List<JobTask> waiting = new ArrayList<>();

    private final List<JobTask> running = new ArrayList<>();

    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("jobs-watch").factory());

    private final ThreadFactory threads;

    private boolean closed;

    MemoryJobs(JobProperties properties, RequestQueue queue, InspectionService inspections, SizesService sizes,
            Catalog catalog) {
        this(properties, queue, inspections, sizes, catalog, Thread.ofPlatform().daemon().factory());
    }

    /** @param threads creates the threads of the jobs */
    MemoryJobs(JobProperties properties, RequestQueue queue, InspectionService inspections, SizesService sizes,
            Catalog catalog, ThreadFactory threads) {
        this.threads = threads;
        this.properties = properties;
        this.queue = queue;
        this.inspections = inspections;
        this.sizes = sizes;
        this.catalog = catalog;
    }

    /** Starts to look for jobs that take too long. */
    MemoryJobs start() {
        var _ = this.watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public synchronized Job create(String client, JobRequest request) {
        JobTask task = add(client, request);
        this.waiting.add(task);
        startNext();
        return state(task);
    }

    /** A place in the queue of requests bounds the number of these jobs. */
    @Override
    public synchronized Job proceed(String client, JobRequest request, Turn turn) {
        JobTask task = add(client, request);
        if (!start(task, turn)) {
            this.tasks.remove(task.id());
            throw new TooBusyException("The service has no thread for another comparison.", Duration.ofSeconds(15));
        }
        return state(task);
    }

    @Override
    public synchronized @Nullable Job find(String id) {
        JobTask task = this.tasks.get(id);
        return task == null ? null : state(task);
    }

    @Override
    public synchronized void cancel(String id) {
        JobTask task = this.tasks.get(id);
        if (task != null) {
            task.end(Status.CANCELLED, null);
            forgetEnded();
        }
    }

    /** The number of jobs that have not ended. */
    synchronized long unfinished() {
        return count(task -> !task.isEnded());
    }

    @Override
    public void close() {
        this.watch.shutdownNow();
        synchronized (this) {
            this.closed = true;
            this.tasks.values().forEach(task -> task.end(Status.CANCELLED, "The service stopped. Try again."));
            this.waiting.clear();
        }
    }

    private JobTask add(String client, JobRequest request) {
        long unfinished = unfinished();
        long own = count(task -> !task.isEnded() && task.client().equals(client));
        int most = this.properties.running() + this.properties.waiting();
        if (this.closed || unfinished >= most || own >= this.queue.shareOf(most)) {
            throw new TooBusyException(own == 0 || unfinished >= most ? "Too many other comparisons are running."
                    : "Too many of your comparisons are running.", Duration.ofSeconds(15));
        }
        byte[] id = new byte[ID_BYTES];
        this.random.nextBytes(id);
        JobTask task = new JobTask(HexFormat.of().formatHex(id), client, request, this.properties);
        this.tasks.put(task.id(), task);
        return task;
    }

    private long count(Predicate<JobTask> condition) {
        return this.tasks.values().stream().filter(condition).count();
    }

    private Job state(JobTask task) {
        return task.state(Math.max(0, this.waiting.indexOf(task)));
    }

    private void startNext() {
        while (this.running.size() < this.properties.running()) {
            JobTask next = this.waiting.stream()
                    .filter(task -> runningOf(task.client()) < this.queue.shareOf(this.properties.running()))
                    .min(Comparator.comparingLong(task -> runningOf(task.client())))
                    .orElse(null);
            if (next == null) {
                return;
            }
            this.waiting.remove(next);
            if (start(next, this.queue.enterPatiently(next.client()))) {
                this.running.add(next);
            } else {
                next.end(Status.FAILED, "The service has no thread for the job. Try again later.");
            }
        }
    }

    private long runningOf(String client) {
        return this.running.stream().filter(task -> task.client().equals(client)).count();
    }

    /** Returns whether there is a thread for the job. */
    private boolean start(JobTask task, Turn turn) {
        Thread thread = this.threads.newThread(() -> {
            try (turn) {
                task.run(turn, this.inspections, this.sizes, this.catalog);
            } finally {
                ended(task);
            }
        });
        thread.setName("job-" + task.id().substring(0, 8));
        try {
            thread.start();
            return true;
        } catch (OutOfMemoryError ex) {
            // Java reports a lack of threads in this way. The other jobs can go on.
            logger.error("A job has no thread: {}", ex.getMessage());
            return false;
        }
    }

    private synchronized void ended(JobTask task) {
        this.running.remove(task);
        forgetEnded();
        if (!this.closed) {
            startNext();
        }
    }

    /** An exception would end the watch of all jobs. */
    private void look() {
        try {
            lookAtAll();
        } catch (RuntimeException ex) {
            logger.error("The jobs cannot be checked", MaskedError.of(ex));
        }
    }

    private void lookAtAll() {
        List<JobTask> all;
        synchronized (this) {
            all = List.copyOf(this.tasks.values());
        }
        long now = System.nanoTime();
        all.forEach(task -> task.look(now));
        synchronized (this) {
            forgetEnded();
        }
    }

    /** Of too many jobs that ended, the client that has most of them loses its oldest. */
    private void forgetEnded() {
        this.waiting.removeIf(JobTask::isEnded);
        long now = System.nanoTime();
        this.tasks.values().removeIf(task -> task.isOlderThan(this.properties.keptFor(), now));
        while (count(JobTask::isEnded) > this.properties.kept()) {
            Map<String, List<JobTask>> byClient = new LinkedHashMap<>();
            this.tasks.values()
                    .stream()
                    .filter(JobTask::isEnded)
                    .forEach(task -> byClient.computeIfAbsent(task.client(), _ -> new ArrayList<>()).add(task));
            List<JobTask> most = Objects.requireNonNull(
                    byClient.values().stream().max(Comparator.comparingInt(List::size)).orElse(null));
            this.tasks.remove(most.stream().min(Comparator.comparingLong(JobTask::ended)).orElseThrow().id());
        }
    }
}
