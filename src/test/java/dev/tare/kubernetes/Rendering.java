package dev.tare.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;

/**
 * The resources that kustomize makes of an overlay, parsed strictly as the types of their APIs. {@code dev/manifests}
 * writes these files.
 */
record Rendering(String name, List<HasMetadata> resources) {

    static final Path FOLDER = Path.of("src/test/resources/kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream
            .of(Deployment.class, Service.class, ServiceAccount.class, NetworkPolicy.class,
                    HorizontalPodAutoscaler.class, PodDisruptionBudget.class, PodMonitor.class, Ingress.class,
                    Gateway.class,
                    HTTPRoute.class)
            .collect(Collectors.toMap((type) -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                    Function.identity()));

    static List<Rendering> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map((file) -> file.getFileName().toString())
                    .filter((name) -> name.endsWith(".yaml"))
                    .map((name) -> of(name.replace(".yaml", "")))
                    .toList();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    static Rendering of(String name) {
        try {
            String yaml = Files.readString(FOLDER.resolve(name + ".yaml"));
            return new Rendering(name,
                    Arrays.stream(yaml.split("(?m)^---\\R")).<HasMetadata>map(Rendering::resource).toList());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The resource of this type. Fails if there is not exactly one. */
    <T extends HasMetadata> T only(Class<T> type) {
        return find(type).orElseThrow();
    }

    /** The resource of this type. Fails if there are several. */
    <T extends HasMetadata> Optional<T> find(Class<T> type) {
        List<T> found = this.resources.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() > 1) {
            throw new IllegalStateException("%s has %d resources of %s".formatted(this.name, found.size(), type));
        }
        return found.stream().findFirst();
    }

    /** The labels of the pods. */
    Map<String, String> podLabels() {
        return only(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();
    }

    @Override
    public String toString() {
        return this.name;
    }

    private static HasMetadata resource(String yaml) {
        try {
            Header header = StrictYaml.read(yaml, Header.class);
            Class<? extends HasMetadata> type = TYPES.get(header.apiVersion() + " " + header.kind());
            if (type == null) {
                throw new IOException("No type is registered for %s %s".formatted(header.apiVersion(), header.kind()));
            }
            return StrictYaml.read(yaml, type);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Header(String apiVersion, String kind) {}

}
