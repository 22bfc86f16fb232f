package dev.tare.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;

/**
 * The hosts that Tare accepts, from the variables of a rendering. Replaces references as the kubelet does.
 */
final class AllowedHosts {

    private AllowedHosts() {}

    /** The hosts in a namespace, in the order of the manifest. */
    static List<String> of(Rendering rendering, String namespace) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (EnvVar variable : container(rendering).getEnv()) {
            variables.put(variable.getName(), value(variable, rendering.podLabels(), namespace, variables));
        }
        return List.of(variables.getOrDefault("TARE_SECURITY_ALLOWEDHOSTS", "").split(","));
    }

    static Container container(Rendering rendering) {
        return rendering.only(Deployment.class).getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    private static String value(EnvVar variable, Map<String, String> labels, String namespace,
            Map<String, String> earlier) {
        if (variable.getValueFrom() != null) {
            String path = variable.getValueFrom().getFieldRef().getFieldPath();
            return path.equals("metadata.namespace") ? namespace
                    : labels.getOrDefault(path.replaceAll("metadata\\.labels\\['(.*)']", "$1"), path);
        }
        String value = variable.getValue();
        for (Map.Entry<String, String> known : earlier.entrySet()) {
            value = value.replace("$(" + known.getKey() + ")", known.getValue());
        }
        return value;
    }

}
