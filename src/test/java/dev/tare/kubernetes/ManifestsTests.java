package dev.tare.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ManifestsTests {

    private static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", "tare",
            "app.kubernetes.io/instance", "tare");

    private final Container container = Manifests.container();

    @ParameterizedTest
    @MethodSource("manifests")
    void everyManifestHasItsKindNameAndLabels(HasMetadata manifest, String apiVersion) {
        assertThat(manifest.getKind()).isEqualTo(manifest.getClass().getSimpleName());
        assertThat(manifest.getApiVersion()).isEqualTo(apiVersion);
        assertThat(manifest.getMetadata().getName()).isEqualTo("tare");
        assertThat(manifest.getMetadata().getNamespace()).isNull();
        assertThat(manifest.getMetadata().getLabels()).isEqualTo(LABELS);
    }

    static Stream<Object[]> manifests() {
        return Stream.of(new Object[] { Manifests.deployment(), "apps/v1" }, new Object[] { Manifests.service(), "v1" },
                new Object[] { Manifests.serviceAccount(), "v1" },
                new Object[] { Manifests.networkPolicy(), "networking.k8s.io/v1" });
    }

    @Test
    void everySelectorFindsThePods() {
        assertThat(Manifests.template().getMetadata().getLabels()).isEqualTo(LABELS);
        assertThat(Manifests.deployment().getSpec().getSelector()).satisfies(ManifestsTests::selectsThePods);
        assertThat(Manifests.networkPolicy().getSpec().getPodSelector()).satisfies(ManifestsTests::selectsThePods);
        assertThat(Manifests.service().getSpec().getSelector()).isEqualTo(LABELS);
    }

    @Test
    void podRunsUnderItsServiceAccount() {
        assertThat(Manifests.pod().getServiceAccountName())
                .isEqualTo(Manifests.serviceAccount().getMetadata().getName());
    }

    @Test
    void containerNamesItsTwoPorts() {
        assertThat(this.container.getPorts()).extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactly(tuple("http", 8080),
                        tuple("management", 8081));
    }

    @Test
    void startupAndReadinessProbesUseThePortOfTheClients() {
        assertThat(this.container.getStartupProbe()).satisfies(asks("http", "/livez"));
        assertThat(this.container.getReadinessProbe()).satisfies(asks("http", "/readyz"));
        assertThat(this.container.getLivenessProbe()).satisfies(asks("management", "/actuator/health/liveness"));
    }

    @Test
    void prometheusScrapesTheManagementPort() {
        assertThat(Manifests.template().getMetadata().getAnnotations()).containsEntry("prometheus.io/scrape", "true")
                .containsEntry("prometheus.io/port", "8081")
                .containsEntry("prometheus.io/path", "/actuator/prometheus");
    }

    @Test
    void clusterAutoscalerMayEvictThePod() {
        assertThat(Manifests.template().getMetadata().getAnnotations())
                .containsEntry("cluster-autoscaler.kubernetes.io/safe-to-evict", "true");
    }

    @Test
    void serviceLeadsToTheHttpPortAndNotToTheManagementPort() {
        ServicePort port = assertThat(Manifests.service().getSpec().getPorts()).singleElement().actual();
        assertThat(port.getPort()).isEqualTo(80);
        assertThat(port.getTargetPort()).isEqualTo(new IntOrString("http"));
    }

    @Test
    void networkPolicyAllowsIngressToTheTwoPortsOnly() {
        NetworkPolicySpec policy = Manifests.networkPolicy().getSpec();
        assertThat(policy.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.getIngress()).flatMap((rule) -> rule.getPorts())
                .extracting(NetworkPolicyPort::getPort)
                .containsExactlyInAnyOrder(new IntOrString("http"), new IntOrString("management"));
        assertThat(policy.getIngress()).allSatisfy((rule) -> assertThat(rule.getPorts()).isNotEmpty());
    }

    @Test
    void networkPolicyAllowsMetricsToOneNamespaceOnly() {
        assertThat(Manifests.networkPolicy().getSpec().getIngress())
                .filteredOn((rule) -> rule.getPorts().getFirst().getPort().equals(new IntOrString("management")))
                .singleElement()
                .satisfies((rule) -> assertThat(rule.getFrom()).singleElement()
                        .extracting(NetworkPolicyPeer::getNamespaceSelector)
                        .extracting(LabelSelector::getMatchLabels)
                        .isEqualTo(Map.of("kubernetes.io/metadata.name", "monitoring")));
    }

    @Test
    void networkPolicyAllowsEgressForDnsAndRegistriesOfTheInternetOnly() {
        NetworkPolicySpec policy = Manifests.networkPolicy().getSpec();
        assertThat(policy.getEgress()).allSatisfy((rule) -> assertThat(rule.getTo()).isNotEmpty())
                .satisfiesExactly((dns) -> assertThat(dns.getPorts()).isNotEmpty()
                        .extracting(NetworkPolicyPort::getPort)
                        .containsOnly(new IntOrString(53)),
                        (registries) -> {
                            assertThat(registries.getPorts()).extracting(NetworkPolicyPort::getPort)
                                    .containsExactly(new IntOrString(443));
                            assertThat(registries.getTo()).extracting((peer) -> peer.getIpBlock().getCidr())
                                    .containsExactly("0.0.0.0/0", "2000::/3");
                            assertThat(registries.getTo().getFirst().getIpBlock().getExcept()).contains("10.0.0.0/8",
                                    "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
                                    "172.16.0.0/12",
                                    "192.168.0.0/16");
                        });
    }

    @Test
    void networkPolicyHasNoPeerThatAnOverlayWouldChange() {
        NetworkPolicySpec policy = Manifests.networkPolicy().getSpec();
        Stream<NetworkPolicyPeer> peers =
                Stream.concat(policy.getEgress().stream().flatMap((to) -> to.getTo().stream()),
                        policy.getIngress().stream().flatMap((from) -> from.getFrom().stream()));
        assertThat(peers).as("kustomize adds an overlay's label to every podSelector that has matchLabels")
                .allSatisfy((peer) -> assertThat(matchLabelsOf(peer)).isEmpty());
    }

    private static Set<String> matchLabelsOf(NetworkPolicyPeer peer) {
        LabelSelector selector = peer.getPodSelector();
        return (selector != null) ? selector.getMatchLabels().keySet() : Set.of();
    }

    private static Consumer<Probe> asks(String port, String path) {
        return (probe) -> {
            assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
            assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString(port));
        };
    }

    private static void selectsThePods(LabelSelector selector) {
        assertThat(selector.getMatchLabels()).isEqualTo(LABELS);
        assertThat(selector.getMatchExpressions()).isEqualTo(List.of());
    }

}
