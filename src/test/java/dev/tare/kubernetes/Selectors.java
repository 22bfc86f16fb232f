package dev.tare.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;

/**
 * All labels by which the resources of a rendering select its pods.
 */
final class Selectors {

    private Selectors() {}

    static List<Map<String, String>> of(Rendering rendering) {
        return rendering.resources().stream().flatMap(Selectors::of).toList();
    }

    static boolean match(Map<String, String> selector, Map<String, String> labels) {
        return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }

    private static Stream<Map<String, String>> of(HasMetadata resource) {
        return switch (resource) {
            case Service service -> Stream.of(service.getSpec().getSelector());
            case Deployment deployment -> Stream.concat(labels(deployment.getSpec().getSelector()),
                    deployment.getSpec()
                            .getTemplate()
                            .getSpec()
                            .getTopologySpreadConstraints()
                            .stream()
                            .map(TopologySpreadConstraint::getLabelSelector)
                            .flatMap(Selectors::labels));
            case NetworkPolicy policy -> labels(policy.getSpec().getPodSelector());
            case PodDisruptionBudget budget -> labels(budget.getSpec().getSelector());
            case PodMonitor monitor -> labels(monitor.getSpec().getSelector());
            default -> Stream.empty();
        };
    }

    private static Stream<Map<String, String>> labels(LabelSelector selector) {
        return Optional.ofNullable(selector.getMatchLabels()).stream();
    }

}
