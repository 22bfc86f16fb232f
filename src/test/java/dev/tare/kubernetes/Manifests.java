package dev.tare.kubernetes;

import java.nio.file.Path;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;

/**
 * Tare's own Kubernetes manifests, parsed strictly.
 */
public final class Manifests {

    static final Path ROOT = Path.of("src/main/k8s");

    static final Path BASE = ROOT.resolve("base");

    private Manifests() {}

    public static PodSpec pod() {
        return template().getSpec();
    }

    public static Container container() {
        return pod().getContainers().getFirst();
    }

    static PodTemplateSpec template() {
        return deployment().getSpec().getTemplate();
    }

    static Deployment deployment() {
        return read("deployment.yaml", Deployment.class);
    }

    static Service service() {
        return read("service.yaml", Service.class);
    }

    static ServiceAccount serviceAccount() {
        return read("serviceaccount.yaml", ServiceAccount.class);
    }

    static NetworkPolicy networkPolicy() {
        return read("networkpolicy.yaml", NetworkPolicy.class);
    }

    static Kustomization kustomization(Path folder) {
        return StrictYaml.read(folder.resolve(Kustomization.FILE), Kustomization.class);
    }

    private static <T extends HasMetadata> T read(String file, Class<T> type) {
        return StrictYaml.read(BASE.resolve(file), type);
    }

}
