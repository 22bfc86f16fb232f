package dev.tare.registry;

import java.time.Duration;

/**
 * How long to wait for a registry. The time limit of the image ends every wait earlier.
 *
 * @param connect     for a connection
 * @param answer      for the headers of an answer
 * @param stall       for the next bytes of a body
 * @param firstRetry  before the second attempt; doubled before each later one
 * @param longestWait before any attempt; a registry that asks for more time is an error
 * @param attempts    of one request, and of a body that makes no progress
 */
record Patience(Duration connect, Duration answer, Duration stall, Duration firstRetry, Duration longestWait,
        int attempts) {

    private static final Duration MIRROR = Duration.ofSeconds(10);

    static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(60),
            Duration.ofMillis(500), Duration.ofMinutes(2), 6);

    /** Another place has the image too, so a mirror that is down should not take much time. */
    Patience ofMirrors() {
        return new Patience(this.connect, shorter(this.answer), shorter(this.stall), this.firstRetry, this.firstRetry,
                2);
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(MIRROR) < 0 ? wait : MIRROR;
    }
}
