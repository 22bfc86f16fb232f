package dev.tare.report;

import dev.tare.image.HealthCheck;
import org.jspecify.annotations.Nullable;

/**
 * When a health check is run; what is not set is {@code null}. Durations are in seconds, such as {@code 30s}.
 *
 * @param interval      from one check to the next
 * @param timeout       after which a check that still runs has failed
 * @param startPeriod   in which a failed check does not count
 * @param startInterval from one check to the next in the start period
 * @param retries       how many checks in a row must fail
 */
public record HealthCheckTimingReport(@Nullable String interval, @Nullable String timeout,
        @Nullable String startPeriod, @Nullable String startInterval, @Nullable Long retries) {

    static HealthCheckTimingReport from(HealthCheck check) {
        return new HealthCheckTimingReport(HealthCheck.seconds(check.interval()),
                HealthCheck.seconds(check.timeout()), HealthCheck.seconds(check.startPeriod()),
                HealthCheck.seconds(check.startInterval()), check.retries() == 0 ? null : check.retries());
    }
}
