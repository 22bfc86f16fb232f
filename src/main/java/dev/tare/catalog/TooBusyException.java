package dev.tare.catalog;

import java.time.Duration;

/** As many images are being inspected, and as many requests wait, as this service can bear. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooBusyException(int running, Duration retryAfter) {
        super("Images of " + running + " other requests are being inspected. Try again in " + retryAfter.toSeconds()
                + " seconds.");
        this.retryAfter = retryAfter;
    }

    /** When another try makes sense. */
    public Duration retryAfter() {
        return this.retryAfter;
    }
}
