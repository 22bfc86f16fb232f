package dev.tare.catalog;

import java.time.Duration;

import dev.tare.wording.Times;

/** The service already works on as many requests as it may. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** @param reason a sentence */
    public TooBusyException(String reason, Duration retryAfter) {
        super(reason + " Try again in " + Times.seconds(retryAfter) + ".");
        this.retryAfter = retryAfter;
    }

    /** The time until the next attempt makes sense. */
    public Duration retryAfter() {
        return this.retryAfter;
    }
}
