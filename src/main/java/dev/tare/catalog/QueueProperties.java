package dev.tare.catalog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The queue of requests that inspect images.
 *
 * @param concurrency Number of requests that inspect images at the same time. 0 selects the number of processors.
 * @param capacity    Maximum number of requests that wait for their turn. Further requests are rejected.
 * @param maxWait     Maximum time that a request waits for its turn.
 * @param clientShare Maximum share of one client of the requests that inspect images, and of all requests, in percent.
 */
@ConfigurationProperties("tare.queue")
record QueueProperties(@DefaultValue("0") int concurrency, @DefaultValue("8") int capacity,
        @DefaultValue("30s") Duration maxWait, @DefaultValue("50") int clientShare) {

    QueueProperties {
        if (concurrency < 0 || capacity < 0 || maxWait.isNegative() || clientShare < 1 || clientShare > 100) {
            throw new IllegalArgumentException("tare.queue takes no negative values and a client-share from 1 to 100,"
                    + " but concurrency is " + concurrency + ", capacity is " + capacity + ", max-wait is " + maxWait
                    + " and client-share is " + clientShare);
        }
        concurrency = concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency;
    }

    /** The share of one client, at least 1. */
    int shareOf(int all) {
        return (int) Math.max(1, Math.ceilDiv((long) all * this.clientShare, 100L));
    }
}
