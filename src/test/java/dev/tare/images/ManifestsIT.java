package dev.tare.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the Kubernetes manifest with the images that Jib built.
 */
class ManifestsIT {

    private static final Duration DEFAULT_SHUTDOWN = Duration.ofSeconds(30);

    private final Container container = Manifests.container();

    @ParameterizedTest
    @EnumSource
    void imageRunsAsTheUserOfTheManifest(Flavour flavour) throws IOException {
        PodSecurityContext context = Manifests.pod().getSecurityContext();
        assertThat(config(flavour).get("User").asString())
                .isEqualTo("%d:%d", context.getRunAsUser(), context.getRunAsGroup());
    }

    @ParameterizedTest
    @EnumSource
    void imageExposesThePortsOfTheManifest(Flavour flavour) throws IOException {
        assertThat(config(flavour).get("ExposedPorts").propertyNames()).containsExactlyInAnyOrderElementsOf(
                this.container.getPorts().stream().map((port) -> port.getContainerPort() + "/tcp").toList());
    }

    @ParameterizedTest
    @EnumSource
    void imageServesTheRequestsOfTheProbes(Flavour flavour) throws IOException {
        assertThat(config(flavour).get("Env").valueStream().map(JsonNode::asString))
                .contains("SPRING_PROFILES_ACTIVE=container");
        assertThat(settings(flavour)).containsEntry("management.server.port", port("management"))
                .containsEntry("server.port", port("http"))
                .containsEntry("management.endpoint.health.probes.add-additional-paths", "true");
    }

    @ParameterizedTest
    @EnumSource
    void imageIsStartedWithoutAShell(Flavour flavour) throws IOException {
        assertThat(this.container.getCommand()).isEmpty();
        assertThat(this.container.getArgs()).isEmpty();
        assertThat(config(flavour).get("Entrypoint").get(0).asString()).endsWith("java");
    }

    @ParameterizedTest
    @EnumSource
    void gracePeriodOutlastsTheShutdownOfTheImage(Flavour flavour) throws IOException {
        Duration shutdown = Optional.ofNullable(settings(flavour)
                .getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                .map(DurationStyle::detectAndParse)
                .orElse(DEFAULT_SHUTDOWN);
        Duration preStop = Duration.ofSeconds(this.container.getLifecycle().getPreStop().getSleep().getSeconds());
        assertThat(Duration.ofSeconds(Manifests.pod().getTerminationGracePeriodSeconds()))
                .isGreaterThan(preStop.plus(shutdown));
    }

    private String port(String name) {
        return this.container.getPorts()
                .stream()
                .filter((port) -> port.getName().equals(name))
                .map(ContainerPort::getContainerPort)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode config(Flavour flavour) throws IOException {
        return flavour.archive().config().get("config");
    }

    // The application's settings as the jar in the image has them, the container profile's last.
    private static Properties settings(Flavour flavour) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] jar = flavour.archive().file("app/classpath/tare.original.jar").orElseThrow();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".properties")) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        Properties settings = new Properties();
        for (String file : List.of("application.properties", "application-container.properties")) {
            settings.load(new StringReader(new String(files.get(file), StandardCharsets.UTF_8)));
        }
        return settings;
    }

}
