package dev.tare.build;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jib's image of one flavour: the digests of its manifest and config, and its layers, the lowest first.
 */
record BuiltImage(String digest, String configDigest, long configSize, List<BuiltLayer> layers) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String BUILDER = "jib-maven-plugin";

    static BuiltImage read(Path folder, String flavour) throws IOException {
        String digest = Files.readString(folder.resolve("tare-" + flavour + ".digest")).strip();
        String configDigest = Files.readString(folder.resolve("tare-" + flavour + ".id")).strip();
        Map<String, Long> sizes = new HashMap<>();
        Map<String, JsonNode> documents = new HashMap<>();
        Path archive = folder.resolve("tare-" + flavour + ".tar");
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                sizes.put(entry.getName(), entry.getSize());
                if (entry.getName().endsWith(".json")) {
                    documents.put(entry.getName(),
                            JSON.readTree(new String(tar.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        JsonNode manifest = documents.get("manifest.json").get(0);
        String config = manifest.get("Config").asString();
        return new BuiltImage(digest, configDigest, sizes.get(config),
                layers(manifest, documents.get(config), sizes));
    }

    /** The layers that the build added to the base image. */
    List<BuiltLayer> applicationLayers() {
        return this.layers.stream().filter(layer -> !layer.name().isEmpty()).toList();
    }

    PushedManifest manifest() {
        return PushedManifest.of(this.configDigest, this.configSize, this.layers);
    }

    long compressedSize() {
        return this.layers.stream().mapToLong(BuiltLayer::compressedSize).sum();
    }

    private static List<BuiltLayer> layers(JsonNode manifest, JsonNode config, Map<String, Long> sizes) {
        List<String> files = manifest.get("Layers").valueStream().map(JsonNode::asString).toList();
        List<String> names = config.get("history")
                .valueStream()
                .filter(entry -> !entry.path("empty_layer").asBoolean(false))
                .map(BuiltImage::name)
                .toList();
        List<BuiltLayer> layers = new ArrayList<>();
        int older = files.size() - names.size();
        for (int i = 0; i < files.size(); i++) {
            String name = i < older ? "" : names.get(i - older);
            layers.add(new BuiltLayer(name, "sha256:" + files.get(i).replace(".tar.gz", ""), sizes.get(files.get(i))));
        }
        return List.copyOf(layers);
    }

    private static String name(JsonNode history) {
        boolean added = history.path("created_by").asString("").startsWith(BUILDER);
        return added ? history.path("comment").asString("") : "";
    }

}
