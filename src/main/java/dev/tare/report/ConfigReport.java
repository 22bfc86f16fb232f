package dev.tare.report;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a container of the image is run unless somebody says otherwise. What looks secret is {@code (hidden)}.
 *
 * @param user             as written; {@code ""} if not set, which means root
 * @param environment      {@code NAME=value}, in the image's order
 * @param exposedPorts     such as {@code 8080/tcp}, sorted
 * @param workingDirectory {@code ""} if not set, which means the root folder
 * @param stopSignal       {@code null} if not set
 * @param healthCheck      its first element says the form; {@code null} if not set
 * @param healthCheckTiming {@code null} likewise
 * @param shell            with which the builder runs commands in shell form; empty if not set
 * @param onBuild          steps that a build runs which starts from the image
 */
public record ConfigReport(String user, List<String> entrypoint, List<String> command, List<String> environment,
        List<String> exposedPorts, List<String> volumes, String workingDirectory, Map<String, String> labels,
        @Nullable String stopSignal, @Nullable List<String> healthCheck,
        @Nullable HealthCheckTimingReport healthCheckTiming, List<String> shell, List<String> onBuild) {}
