package dev.tare.report;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The default settings of a container of the image. A value that looks secret is {@code (hidden)}.
 *
 * @param user             as written; {@code ""} if not set, which means root in a Linux image
 * @param environment      {@code NAME=value}, in the image's order
 * @param exposedPorts     such as {@code 8080/tcp}, sorted
 * @param workingDirectory {@code ""} if not set, which means the root folder in a Linux image
 * @param stopSignal       {@code null} if not set
 * @param healthCheck      the first element is the form; {@code null} if not set
 * @param healthCheckTiming {@code null} if not set
 * @param shell            runs commands in shell form during a build; empty if not set
 * @param onBuild          steps for builds that start from the image
 */
public record ConfigReport(String user, List<String> entrypoint, List<String> command, List<String> environment,
        List<String> exposedPorts, List<String> volumes, String workingDirectory, Map<String, String> labels,
        @Nullable String stopSignal, @Nullable List<String> healthCheck,
        @Nullable HealthCheckTiming healthCheckTiming, List<String> shell, List<String> onBuild) {

    /**
     * When a health check runs; a part that is not set is {@code null}. Durations are in seconds, such as {@code 30s}.
     *
     * @param interval      from one check to the next
     * @param timeout       a check that runs longer has failed
     * @param startPeriod   the time in which failed checks do not count
     * @param startInterval from one check to the next during the start period
     * @param retries       number of consecutive checks that must fail
     */
    public record HealthCheckTiming(@Nullable String interval, @Nullable String timeout, @Nullable String startPeriod,
            @Nullable String startInterval, @Nullable Long retries) {}
}
