package dev.tare.kubernetes;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">kustomization</a>
 * that Tare's manifests use.
 */
record Kustomization(String apiVersion, String kind, List<String> resources, @Nullable String nameSuffix,
        @Nullable List<Labels> labels, @Nullable List<Image> images) {

    static final String FILE = "kustomization.yaml";

    record Labels(Map<String, String> pairs, @Nullable Boolean includeSelectors,
            @Nullable Boolean includeTemplates) {}

    record Image(String name, String newName, @Nullable String newTag, @Nullable String digest) {}

}
