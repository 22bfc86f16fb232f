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
 */
@ConfigurationProperties("tare.queue")
record QueueProperties(@DefaultValue("0") int concurrency, @DefaultValue("8") int capacity,
        @DefaultValue("30s") Duration maxWait) {

    QueueProperties {
        if (concurrency < 0 || capacity < 0 || maxWait.isNegative()) {
            throw new IllegalArgumentException("tare.queue takes no negative values, but concurrency is " + concurrency
                    + ", capacity is " + capacity + " and max-wait is " + maxWait);
        }
        concurrency = concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency;
    }
}
