package dev.tare.image;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.Collections.unmodifiableSortedSet;

/**
 * The defaults for running a container of the image.
 *
 * @param user         as written, {@code ""} if not set, which means root
 * @param environment  {@code NAME=value}, in the image's order
 * @param exposedPorts such as {@code 8080/tcp}
 * @param workingDir   {@code ""} if not set, which means the root folder
 * @param shell        runs commands in shell form during a build; not part of the OCI specification
 * @param onBuild      steps for builds that start from this image, in order; not part of the OCI specification
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties">OCI image
 *      specification, config</a>
 */
public record ContainerConfig(String user, List<String> entrypoint, List<String> command, List<String> environment,
        SortedSet<String> exposedPorts, SortedSet<String> volumes, String workingDir, Map<String, String> labels,
        @Nullable String stopSignal, @Nullable HealthCheck healthCheck, List<String> shell, List<String> onBuild) {

    public ContainerConfig {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        exposedPorts = unmodifiableSortedSet(new TreeSet<>(exposedPorts));
        volumes = unmodifiableSortedSet(new TreeSet<>(volumes));
        shell = List.copyOf(shell);
        onBuild = List.copyOf(onBuild);
        labels = unmodifiableSortedMap(new TreeMap<>(labels));
    }

    static ContainerConfig from(JsonDocument json) {
        JsonDocument health = json.optional("Healthcheck");
        return new ContainerConfig(json.textOr("User", ""), json.textList("Entrypoint"), json.textList("Cmd"),
                json.textList("Env"), json.keys("ExposedPorts"), json.keys("Volumes"), json.textOr("WorkingDir", ""),
                json.texts("Labels"), json.text("StopSignal"),
                health.isAbsent() ? null : HealthCheck.from(health), json.textList("Shell"),
                json.textList("OnBuild"));
    }
}
