package dev.tare.job;

import java.time.Duration;

import dev.tare.limits.ByteSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the jobs that read images by name. One client gets the share {@code tare.queue.client-share} of each number.
 *
 * @param running   Maximum number of jobs that read images. As many as tare.queue.concurrency make progress at once.
 *                  The others wait for their registries.
 * @param waiting   Maximum number of jobs that wait until they may run. Further jobs are rejected.
 * @param kept      Maximum number of jobs that have ended and can still be requested. The oldest are removed first.
 * @param keptFor   Maximum time that a job can be requested after its end.
 * @param time      Maximum time from the creation of a job to its end. Each image also has tare.limits.time.
 * @param grace     Time that a job may wait for registries, however little they send.
 * @param minRate   Minimum number of bytes per second that registries send after the grace period.
 * @param maxImages Maximum number of images of one job, at least 2.
 */
@ConfigurationProperties("tare.jobs")
public record JobProperties(@DefaultValue("8") int running, @DefaultValue("32") int waiting,
        @DefaultValue("100") int kept, @DefaultValue("1h") Duration keptFor, @DefaultValue("30m") Duration time,
        @DefaultValue("3m") Duration grace, @DefaultValue("16KiB") ByteSize minRate, @DefaultValue("8") int maxImages) {

    public JobProperties {
        if (running <= 0 || waiting < 0 || kept <= 0 || !keptFor.isPositive() || !time.isPositive()
                || !grace.isPositive() || minRate.bytes() <= 0 || maxImages < 2) {
            throw new IllegalArgumentException("tare.jobs needs positive numbers, times and rates, and room for two "
                    + "images, but has running " + running + ", waiting " + waiting + ", kept " + kept + ", kept-for "
                    + keptFor + ", time " + time + ", grace " + grace + ", min-rate " + minRate + ", max-images "
                    + maxImages);
        }
    }

    /**
     * The time that a job may wait for registries.
     *
     * @param bytes the number of bytes so far
     */
    Duration timeFor(long bytes) {
        return this.grace.plusSeconds(bytes / this.minRate.bytes());
    }
}
