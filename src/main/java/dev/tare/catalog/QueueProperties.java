package dev.tare.catalog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many inspections run at once and how many wait.
 *
 * @param parallel Number of requests whose images are inspected at once; 0 takes the number of processors.
 * @param waiting  Greatest number of requests that wait for their turn; a further one is turned away.
 * @param patience Longest time a request waits for its turn.
 */
@ConfigurationProperties("tare.queue")
record QueueProperties(@DefaultValue("0") int parallel, @DefaultValue("8") int waiting,
        @DefaultValue("30s") Duration patience) {

    QueueProperties {
        if (parallel < 0 || waiting < 0 || patience.isNegative()) {
            throw new IllegalArgumentException("tare.queue takes no negative values, but parallel is " + parallel
                    + ", waiting is " + waiting + " and patience is " + patience);
        }
        parallel = parallel == 0 ? Runtime.getRuntime().availableProcessors() : parallel;
    }
}
