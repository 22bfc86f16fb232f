package dev.tare.catalog;

import java.time.Duration;

import dev.tare.wording.Times;

/** The service already inspects and queues as many requests as it may. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooBusyException(int running, Duration retryAfter) {
        super("Images of " + running + " other requests are being inspected. Try again in " + Times.seconds(retryAfter)
                + ".");
        this.retryAfter = retryAfter;
    }

    /** The time until the next attempt makes sense. */
    public Duration retryAfter() {
        return this.retryAfter;
    }
}
