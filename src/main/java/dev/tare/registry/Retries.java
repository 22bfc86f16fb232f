package dev.tare.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** Repeats attempts that fail for a time. The waits between them double, and vary so that clients spread out. */
final class Retries {

    private final ImageReference image;

    private final Patience patience;

    private final Deadline deadline;

    Retries(ImageReference image, Patience patience, Deadline deadline) {
        this.image = image;
        this.patience = patience;
        this.deadline = deadline;
    }

    /**
     * Runs the attempt until it succeeds.
     *
     * @param request names the request in errors
     * @throws RegistryException if it fails for good, fails too often, or the registry asks to wait for too long
     */
    <T> T run(String request, Attempt<T> attempt) {
        for (int number = 1;; number++) {
            this.deadline.check();
            try {
                return attempt.run();
            } catch (InterruptedIOException ex) {
                throw new UncheckedIOException(ex);
            } catch (TemporaryFailure ex) {
                await(number, ex.problem(), ex.delay());
            } catch (IOException ex) {
                RegistryException problem = RegistryException.unreachable(this.image, request, ex);
                if (isFinal(ex)) {
                    throw problem;
                }
                await(number, problem, null);
            }
        }
    }

    /**
     * Waits after a failed attempt.
     *
     * @param number  of the attempt, from 1
     * @param problem the error if there is no further attempt
     * @param asked   how long the registry asks to wait, or {@code null}
     */
    void await(int number, RegistryException problem, @Nullable Duration asked) {
        if (number >= this.patience.attempts()
                || (asked != null && asked.compareTo(this.patience.longestWait()) > 0)) {
            throw problem;
        }
        Duration wait = asked == null ? backOff(number) : asked.plus(backOff(number));
        if (wait.toNanos() > this.deadline.nanosLeft()) {
            throw problem;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Waiting for the registry was interrupted"));
        }
    }

    /** Between half and the whole of the doubled wait. It also spreads clients that were asked to wait equally long. */
    private Duration backOff(int number) {
        long whole = Math.min(this.patience.longestWait().toMillis(),
                this.patience.firstRetry().toMillis() << Math.min(number - 1, 20));
        return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
    }

    private static boolean isFinal(IOException problem) {
        return RegistryException.isFailureOfTls(problem) || isUnknownHost(problem);
    }

    /** Also that of a proxy. */
    private static boolean isUnknownHost(IOException problem) {
        return problem instanceof UnknownHostException || problem.getCause() instanceof UnknownHostException;
    }

    /** One attempt. */
    @FunctionalInterface
    interface Attempt<T> {

        /** @throws IOException if a later attempt may succeed */
        T run() throws IOException;
    }
}
