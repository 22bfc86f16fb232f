package dev.tare.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks the resources that kustomize makes of overlays and components.
 */
class RenderingTests {

    private static final String PREFIX = "app.kubernetes.io/";

    @Test
    void renderingsAreOfTheseManifests() throws Exception {
        try (Stream<Path> main = Files.walk(Manifests.ROOT); Stream<Path> test = Files.walk(Path.of("src/test/k8s"))) {
            List<String> digests = Stream.concat(main, test)
                    .filter(Files::isRegularFile)
                    .map(RenderingTests::digest)
                    .toList();
            assertThat(Files.readAllLines(Rendering.FOLDER.resolve("SOURCES")))
                    .as("the digests of the manifests; run dev/manifests after each change of a manifest")
                    .containsExactlyInAnyOrderElementsOf(digests);
        }
    }

    @Test
    void everyOverlayAndEveryCombinationIsRendered() throws IOException {
        try (Stream<Path> overlays = Files.list(Manifests.ROOT.resolve("overlays"));
                Stream<Path> combinations = Files.list(Path.of("src/test/k8s"))) {
            assertThat(Rendering.all()).extracting(Rendering::name)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(overlays, combinations)
                            .map((folder) -> folder.getFileName().toString())
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void everyResourceHasTheNameAndTheLabelsOfItsInstallation(Rendering rendering) {
        String instance = instance(rendering);
        assertThat(rendering.resources()).extracting(HasMetadata::getMetadata)
                .allSatisfy((metadata) -> assertThat(metadata.getNamespace()).isNull())
                .allSatisfy((metadata) -> assertThat(metadata.getName()).isEqualTo(instance))
                .extracting(ObjectMeta::getLabels)
                .allSatisfy((labels) -> assertThat(labels).containsEntry(PREFIX + "name", "tare")
                        .containsEntry(PREFIX + "instance", instance)
                        .containsEntry(PREFIX + "component", "server")
                        .containsEntry(PREFIX + "part-of", "tare"));
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void podsHaveTheVersionOfTheBuild(Rendering rendering) throws IOException {
        String version = rendering.podLabels().get(PREFIX + "version");
        assertThat(Files.readString(Path.of("pom.xml"))).containsPattern(
                "<artifactId>tare</artifactId>\\s*<version>\\Q" + version + "\\E(-SNAPSHOT)?</version>");
        assertThat(rendering.only(Deployment.class).getMetadata().getLabels()).containsEntry(PREFIX + "version",
                version);
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void everySelectorMatchesThePodsOfItsInstallationOnly(Rendering rendering) {
        assertThat(Selectors.of(rendering)).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy((selector) -> assertThat(Selectors.match(selector, rendering.podLabels())).isTrue())
                .allSatisfy((selector) -> assertThat(Rendering.all())
                        .filteredOn((other) -> !instance(other).equals(instance(rendering)))
                        .noneMatch((other) -> Selectors.match(selector, other.podLabels())));
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void noSelectorHasALabelThatAnUpgradeChanges(Rendering rendering) {
        assertThat(Selectors.of(rendering))
                .allSatisfy((selector) -> assertThat(selector).containsOnlyKeys(PREFIX + "name", PREFIX + "instance"));
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void everyInstallationRunsOneReplicaOrHasAnAutoscaler(Rendering rendering) {
        Optional<HorizontalPodAutoscaler> autoscaler = rendering.find(HorizontalPodAutoscaler.class);
        DeploymentSpec deployment = rendering.only(Deployment.class).getSpec();
        assertThat(deployment.getReplicas()).isEqualTo(autoscaler.isPresent() ? null : 1);
        assertThat(rendering.find(PodDisruptionBudget.class).isPresent()).isEqualTo(autoscaler.isPresent());
        assertThat(rendering.only(Service.class).getSpec().getSessionAffinity())
                .isEqualTo(autoscaler.isPresent() ? "ClientIP" : null);
        assertThat(deployment.getTemplate().getSpec().getTopologySpreadConstraints().isEmpty())
                .isEqualTo(autoscaler.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withReplicas")
    void autoscalerScalesTheDeploymentOfItsInstallation(Rendering rendering) {
        HorizontalPodAutoscalerSpec autoscaler = rendering.only(HorizontalPodAutoscaler.class).getSpec();
        assertThat(autoscaler.getScaleTargetRef()).isEqualTo(new CrossVersionObjectReference("apps/v1", "Deployment",
                rendering.only(Deployment.class).getMetadata().getName()));
        assertThat(autoscaler.getMinReplicas()).isBetween(2, autoscaler.getMaxReplicas());
    }

    @ParameterizedTest
    @MethodSource("withReplicas")
    void replicasOfOneRevisionSpreadOverZonesAndNodes(Rendering rendering) {
        assertThat(rendering.only(Deployment.class).getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .allSatisfy((constraint) -> assertThat(constraint.getMatchLabelKeys())
                        .containsExactly("pod-template-hash"))
                .extracting(TopologySpreadConstraint::getTopologyKey)
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    static Stream<Rendering> withReplicas() {
        return Rendering.all()
                .stream()
                .filter((rendering) -> rendering.find(HorizontalPodAutoscaler.class).isPresent());
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void podsRunAnImageThatCanBePulledUnderTheirServiceAccount(Rendering rendering) {
        Deployment deployment = rendering.only(Deployment.class);
        assertThat(deployment.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo(rendering.only(ServiceAccount.class).getMetadata().getName());
        assertThat(deployment.getSpec().getTemplate().getSpec().getContainers()).singleElement()
                .extracting(Container::getImage)
                .asString()
                .startsWith("registry.example/tare:");
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void tareAcceptsTheNamesOfItsService(Rendering rendering) {
        String service = rendering.only(Service.class).getMetadata().getName();
        assertThat(AllowedHosts.of(rendering, "space")).startsWith(service, service + ".space",
                service + ".space.svc", service + ".space.svc.cluster.local");
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void tareMayListenOnAllInterfaces(Rendering rendering) {
        assertThat(AllowedHosts.container(rendering).getEnv())
                .filteredOn((variable) -> variable.getName().equals("TARE_SECURITY_OPEN"))
                .extracting(EnvVar::getValue)
                .containsExactly("true");
    }

    @ParameterizedTest
    @MethodSource("dev.tare.kubernetes.Rendering#all")
    void prometheusReadsTheMetricsOnce(Rendering rendering) {
        ObjectMeta pod = rendering.only(Deployment.class).getSpec().getTemplate().getMetadata();
        Optional<PodMonitor> monitor = rendering.find(PodMonitor.class);
        assertThat(pod.getAnnotations().containsKey("prometheus.io/scrape")).isEqualTo(monitor.isEmpty());
        monitor.ifPresent((present) -> assertThat(present.getSpec().getPodMetricsEndpoints())
                .singleElement()
                .satisfies((endpoint) -> assertThat(endpoint.getPort()).isEqualTo("management"))
                .satisfies((endpoint) -> assertThat(endpoint.getPath()).isEqualTo("/actuator/prometheus")));
    }

    @ParameterizedTest
    @CsvSource({ "ingress, tare.company.example", "top, tare.example.com" })
    void ingressServesItsHostWithTlsAndTareAcceptsIt(String name, String host) {
        Rendering rendering = Rendering.of(name);
        IngressSpec ingress = rendering.only(Ingress.class).getSpec();
        IngressRule rule = assertThat(ingress.getRules()).singleElement().actual();
        assertThat(rule.getHost()).isEqualTo(host);
        assertThat(AllowedHosts.of(rendering, "space")).endsWith(rule.getHost());
        assertThat(ingress.getTls()).singleElement().satisfies((tls) -> {
            assertThat(tls.getHosts()).containsExactly(rule.getHost());
            assertThat(tls.getSecretName()).isNotBlank();
        });
        assertThat(rule.getHttp().getPaths()).singleElement()
                .extracting((path) -> path.getBackend().getService())
                .satisfies((backend) -> assertThat(backend.getName())
                        .isEqualTo(rendering.only(Service.class).getMetadata().getName()))
                .satisfies((backend) -> assertThat(rendering.only(Service.class).getSpec().getPorts())
                        .extracting(ServicePort::getName)
                        .containsExactly(backend.getPort().getName()));
    }

    @Test
    void overlayNamesTheSecretOfARegistry() {
        assertThat(Rendering.of("gateway").only(ServiceAccount.class).getImagePullSecrets())
                .extracting(LocalObjectReference::getName)
                .containsExactly("registry");
    }

    @Test
    void documentShowsThePatchesOfTheTestedOverlays() throws IOException {
        try (Stream<Path> combinations = Files.walk(Path.of("src/test/k8s"))) {
            List<String> patches = combinations.filter(Files::isRegularFile)
                    .map(RenderingTests::text)
                    .filter((text) -> text.contains("\npatches:\n"))
                    .map((text) -> text.substring(text.indexOf("\npatches:\n") + 1))
                    .toList();
            assertThat(patches).isNotEmpty();
            assertThat(text(Path.of("docs/OPERATIONS.md"))).contains(patches);
        }
    }

    private static String instance(Rendering rendering) {
        return rendering.podLabels().getOrDefault(PREFIX + "instance", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "gateway", "top" })
    void routeConnectsTheTlsListenerOfTheGatewayWithTheService(String name) {
        Rendering rendering = Rendering.of(name);
        Gateway gateway = rendering.only(Gateway.class);
        HTTPRouteSpec route = rendering.only(HTTPRoute.class).getSpec();
        Listener listener = assertThat(gateway.getSpec().getListeners()).singleElement().actual();
        assertThat(route.getParentRefs()).singleElement()
                .satisfies((parent) -> assertThat(parent.getName()).isEqualTo(gateway.getMetadata().getName()))
                .satisfies((parent) -> assertThat(parent.getSectionName()).isEqualTo(listener.getName()));
        assertThat(route.getHostnames()).containsExactly(listener.getHostname());
        assertThat(AllowedHosts.of(rendering, "space")).endsWith(listener.getHostname());
        assertThat(listener.getProtocol()).isEqualTo("HTTPS");
        assertThat(listener.getTls().getCertificateRefs()).singleElement()
                .satisfies((secret) -> assertThat(secret.getName()).isNotBlank());
        Service service = rendering.only(Service.class);
        assertThat(route.getRules()).flatMap(HTTPRouteRule::getBackendRefs)
                .singleElement()
                .satisfies((backend) -> assertThat(backend.getName()).isEqualTo(service.getMetadata().getName()))
                .satisfies((backend) -> assertThat(service.getSpec().getPorts()).extracting(ServicePort::getPort)
                        .containsExactly(backend.getPort()));
    }

    private static String digest(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + file.toString().replace('\\', '/');
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

}
