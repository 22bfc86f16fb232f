package dev.tare.job;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.tare.catalog.Catalog;
import dev.tare.catalog.InspectionService;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.catalog.SizesService;
import dev.tare.catalog.TooBusyException;
import dev.tare.comparison.ComparedImage;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.job.Job.Problem;
import dev.tare.job.Job.Status;
import dev.tare.limits.RequestBudget;
import dev.tare.policy.Policy;
import dev.tare.registry.RegistryUser;
import dev.tare.wording.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: inspects its images one after the other and compares them. */
final class JobTask {

    private static final Logger logger = LoggerFactory.getLogger(JobTask.class);

    private final String id;

    private final String client;

    private final Policy policy;

    private final JobProperties properties;

    private final List<ImageTask> images;

    private final long created = System.nanoTime();

    /** Empty after the end, because the inspections take much heap. */
    private volatile List<JobRequest.Input> inputs;

    private volatile Status status = Status.WAITING;

    private volatile @Nullable String comparison;

    private volatile @Nullable String problem;

    private volatile @Nullable Thread thread;

    private volatile long ended;

    JobTask(String id, String client, JobRequest request, JobProperties properties) {
        this.id = id;
        this.client = client;
        this.policy = request.policy();
        this.properties = properties;
        this.inputs = JobSizes.remembering(request.images());
        this.images = this.inputs.stream().map(ImageTask::new).toList();
    }

    String id() {
        return this.id;
    }

    String client() {
        return this.client;
    }

    boolean isEnded() {
        return this.status.isEnd();
    }

    /** When the job ended, in nanoseconds of the system. */
    long ended() {
        return this.ended;
    }

    /** @param position the number of jobs before this one while it waits */
    Job state(int position) {
        Status status = this.status;
        return new Job(this.id, status, status == Status.WAITING ? position : 0,
                this.images.stream().map(ImageTask::state).toList(), this.policy,
                status == Status.DONE ? this.comparison : null, this.problem);
    }

    /** Ends the job if it takes too long, or its registry sends too slowly. */
    void look(long now) {
        if (isEnded()) {
            return;
        }
        if (now - this.created > TimeUnit.NANOSECONDS.convert(this.properties.time())) {
            end(Status.FAILED, "The job took longer than " + Times.seconds(this.properties.time())
                    + ", the limit \"tare.jobs.time\". Try again later, or upload an archive of the image.");
        } else if (this.images.stream().anyMatch(image -> image.isTooSlow(this.properties))) {
            end(Status.FAILED, "The registry sends too slowly: fewer than " + this.properties.minRate()
                    + " per second after " + Times.seconds(this.properties.grace()) + ", the limits"
                    + " \"tare.jobs.min-rate\" and \"tare.jobs.grace\". Try again later, or upload an archive of the "
                    + "image.");
        }
    }

    /** Ends the job and its connections. Does nothing after the end. */
    void end(Status status, @Nullable String problem) {
        synchronized (this) {
            if (isEnded()) {
                return;
            }
            this.problem = problem;
            this.images.forEach(ImageTask::end);
            this.inputs = List.of();
            this.ended = System.nanoTime();
            this.status = status;
            Thread running = this.thread;
            if (running != null && running != Thread.currentThread()) {
                running.interrupt();
            }
        }
    }

    /** Runs the job in this thread to its end. */
    void run(Turn turn, InspectionService inspections, SizesService sizes, Catalog catalog) {
        try {
            List<JobRequest.Input> inputs = begin();
            turn.resume();
            if (!run()) {
                return;
            }
            ReadImages read = inspect(inputs, turn, inspections, sizes, catalog.capacity());
            if (this.images.stream().anyMatch(ImageTask::hasFailed)) {
                end(Status.FAILED, null);
            } else if (!isEnded()) {
                turn.resume();
                this.comparison = catalog.keep(inspections.compare(read.all()), this.client).id();
                end(Status.DONE, null);
            }
        } catch (TooBusyException ex) {
            // The thread was interrupted while it waited for its turn.
            end(Status.FAILED, "The service ended the job. Try again.");
        } catch (RuntimeException ex) {
            if (!isEnded()) {
                logger.error("A job failed", MaskedError.of(ex));
            }
        } finally {
            end(Status.FAILED, "The service failed. Its log has the reason.");
            this.thread = null;
        }
    }

    /** From now on, the end of the job interrupts this thread. */
    private List<JobRequest.Input> begin() {
        synchronized (this) {
            this.thread = Thread.currentThread();
            if (isEnded()) {
                this.thread.interrupt();
            }
            return this.inputs;
        }
    }

    /** Returns whether the job may still run. */
    private boolean run() {
        synchronized (this) {
            if (!isEnded()) {
                this.status = Status.RUNNING;
            }
            return !isEnded();
        }
    }

    /** After a failure the other images are still read, so that one attempt shows the problems of all. */
    private ReadImages inspect(List<JobRequest.Input> inputs, Turn turn, InspectionService inspections,
            SizesService sizes, long capacity) {
        ReadImages read = new ReadImages(inputs, capacity);
        RequestBudget budget = new RequestBudget();
        LongSupplier held = () -> read.heapSize() + InspectionService.heapSize(budget);
        turn.pause(held.getAsLong());
        JobSizes.read(this.client, inputs, sizes).forEach((image, known) -> this.images.get(image).sized(known));
        for (int i = 0; i < inputs.size() && !isEnded(); i++) {
            ImageTask task = this.images.get(i);
            try {
                switch (inputs.get(i)) {
                    case JobRequest.Inspected(ComparedImage image) -> read.addArchive(image);
                    case JobRequest.Named named -> read.add(inspect(named, new SourceWait(this.client, turn, held),
                            task, budget, inspections));
                }
                task.done();
            } catch (InvalidImageException ex) {
                read.fail();
                task.failed(new Problem(ex.rule(), MaskedError.message(ex)));
            } catch (UncheckedIOException ex) {
                read.fail();
                task.failed(new Problem("unreadable", MaskedError.message(ex)));
            } finally {
                JobSizes.forget(inputs, i);
            }
        }
        return read;
    }

    private static ComparedImage inspect(JobRequest.Named named, SourceWait wait, ImageTask task,
            RequestBudget budget, InspectionService inspections) {
        return new ComparedImage(ScopedValue.where(RegistryUser.CURRENT, wait)
                .call(() -> inspections.inspect(named.argument(), named.platform(), budget, task.begin(wait))),
                named.argument().name(), named.name());
    }

    /** The time that a job that ended is kept, at least. */
    boolean isOlderThan(Duration time, long now) {
        return isEnded() && now - this.ended > TimeUnit.NANOSECONDS.convert(time);
    }
}
