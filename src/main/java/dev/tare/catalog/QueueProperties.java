package dev.tare.catalog;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The queue of requests that inspect images.
 *
 * @param parallel Number of requests that inspect images at the same time. 0 selects the number of processors.
 * @param waiting  Maximum number of requests that wait for their turn. Further requests are rejected.
 * @param patience Maximum time that a request waits for its turn.
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
