package dev.tare.job;

import dev.tare.catalog.RequestQueue.Turn;
import org.jspecify.annotations.Nullable;

/** Comparisons that run in the background. An identifier cannot be guessed, so only its creator has it. */
public interface Jobs {

    /**
     * Creates a job, which waits until it may run.
     *
     * @param client that sent the request
     * @throws dev.tare.catalog.TooBusyException if all jobs or those of the client are too many
     */
    Job create(String client, JobRequest request);

    /**
     * Creates a job that continues a request, and runs at once.
     *
     * @param turn of the request, in which its first images were inspected; the job closes it, but not if this method
     *             fails
     * @throws dev.tare.catalog.TooBusyException if all jobs or those of the client are too many
     */
    Job proceed(String client, JobRequest request, Turn turn);

    /** The job with an identifier as it is now, or {@code null} without one, or after its time. */
    @Nullable
    Job find(String id);

    /** Ends a job and its connections. A job that has ended stays as it is. */
    void cancel(String id);
}
