package dev.tare.images;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;

/**
 * Sends the request of the manifest's readiness probe, but more often, to measure the time until the answer. Gives up
 * after the time of the startup probe.
 */
final class Readiness implements WaitStrategy {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Duration timeout = startupTimeout();

    private long readyNanos;

    /**
     * The time when the container was ready, as {@link System#nanoTime()}.
     */
    long readyNanos() {
        return this.readyNanos;
    }

    @Override
    public WaitStrategy withStartupTimeout(Duration startupTimeout) {
        this.timeout = startupTimeout;
        return this;
    }

    @Override
    public void waitUntilReady(WaitStrategyTarget container) {
        long end = System.nanoTime() + this.timeout.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest probe = probe(container);
            while (!isReady(client, probe)) {
                check(container, end);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        this.readyNanos = System.nanoTime();
    }

    private void check(WaitStrategyTarget container, long end) {
        if (!container.isRunning()) {
            throw new ContainerLaunchException(
                    "The container ended before it was ready. Its output:\n" + container.getLogs());
        }
        if (System.nanoTime() > end) {
            throw new ContainerLaunchException(
                    "The container is not ready after %s. Its output:\n%s".formatted(this.timeout,
                            container.getLogs()));
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException ex) {
            return false;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new ContainerLaunchException("Interrupted while waiting for the container", ex);
        }
    }

    private static HttpRequest probe(WaitStrategyTarget container) {
        HTTPGetAction action = Manifests.container().getReadinessProbe().getHttpGet();
        URI uri = URI.create("http://%s:%d%s".formatted(container.getHost(),
                container.getMappedPort(TareContainer.port(action)), action.getPath()));
        return HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    }

    private static Duration startupTimeout() {
        Probe probe = Manifests.container().getStartupProbe();
        return Duration.ofSeconds((long) probe.getPeriodSeconds() * probe.getFailureThreshold());
    }

}
