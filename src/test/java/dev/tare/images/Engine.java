package dev.tare.images;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.DockerClientFactory;

/**
 * The Docker engine that Testcontainers finds. The first use removes leftovers of earlier runs.
 */
final class Engine {

    private static boolean tidy;

    private Engine() {}

    static synchronized DockerClient client() {
        DockerClient client = connect();
        if (!tidy) {
            tidy = true;
            new Leftovers(client).remove();
        }
        return client;
    }

    private static DockerClient connect() {
        try {
            return DockerClientFactory.instance().client();
        } catch (RuntimeException ex) {
            throw new IllegalStateException("""
                    These tests need a Docker engine and cannot use one (%s). Either none answers: dev/verify sets one \
                    up on Debian and Ubuntu. Or the image of Testcontainers' cleaner, Ryuk, cannot be pulled: do \
                    without it by TESTCONTAINERS_RYUK_DISABLED=true in the environment, as dev/verify does"""
                    .formatted(ex.getMessage()), ex);
        }
    }

}
