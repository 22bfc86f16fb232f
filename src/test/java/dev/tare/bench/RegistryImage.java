package dev.tare.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import dev.tare.image.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An image in a registry, and an archive with the same blobs.
 *
 * @param name      in the registry
 * @param archive   an OCI image layout as an archive
 * @param layers    number of layers
 * @param blobBytes of all layers
 * @param requests  for all layers, as a configuration of curl
 */
record RegistryImage(String name, Path archive, int layers, long blobBytes, Path requests) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** About the classes of an application. */
    private static final long NEW_LAYER = 3_000_000;

    /** Pushes an archive of Docker or Jib. */
    static RegistryImage push(Path archive, String registry, Path folder) throws IOException, InterruptedException {
        String file = String.valueOf(archive.getFileName()).replaceFirst("[.]tar$", "");
        String name = registry + "/bench/" + file + ":1";
        copy("docker-archive:" + archive, "docker://" + name);
        Path same = folder.resolve(file + ".oci.tar");
        copy("docker://" + name, "oci-archive:" + same + ":1");
        Path listed = folder.resolve(file + ".list");
        copy("docker://" + name, "dir:" + listed);
        List<Path> blobs = blobs(listed);
        long bytes = 0;
        for (Path blob : blobs) {
            bytes += Files.size(blob);
        }
        delete(listed);
        Path requests = Files.write(folder.resolve(file + ".curl"), blobs.stream()
                .map(blob -> "url = \"http://%s/v2/bench/%s/blobs/sha256:%s\"\noutput = \"/dev/null\""
                        .formatted(registry, file, blob.getFileName()))
                .toList());
        return new RegistryImage(name, same, blobs.size(), bytes, requests);
    }

    /** Pushes the same image with one more layer, and returns its name. */
    String pushWithNewLayer(Path folder) throws IOException, InterruptedException {
        Path layout = folder.resolve("changed");
        copy("docker://" + this.name, "dir:" + layout);
        byte[] tar = new BenchFiles().tar(NEW_LAYER);
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(blob)) {
            gzip.write(tar);
        }
        ObjectNode manifest = (ObjectNode) JSON.readTree(Files.readAllBytes(layout.resolve("manifest.json")));
        JsonNode last = manifest.path("layers").path(this.layers - 1);
        ((ArrayNode) manifest.path("layers"))
                .addPOJO(descriptor(layout, last.path("mediaType").asString(), blob.toByteArray()));
        Path before = layout.resolve(hex(manifest.path("config")));
        ObjectNode config = (ObjectNode) JSON.readTree(Files.readAllBytes(before));
        ((ArrayNode) config.path("rootfs").path("diff_ids")).add(Digest.sha256Of(tar).toString());
        ((ArrayNode) config.path("history")).addObject().put("created_by", "a new layer");
        manifest.putPOJO("config", descriptor(layout, manifest.path("config").path("mediaType").asString(),
                JSON.writeValueAsBytes(config)));
        Files.write(layout.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
        String changed = this.name.substring(0, this.name.lastIndexOf(':')) + ":2";
        copy("dir:" + layout, "docker://" + changed);
        delete(layout);
        return changed;
    }

    /** Copies the image to another repository of the registry, and returns its name there. */
    String copy(String repository) throws IOException, InterruptedException {
        String copied = this.name.substring(0, this.name.indexOf('/')) + "/" + repository + "/image:1";
        copy("docker://" + this.name, "docker://" + copied);
        return copied;
    }

    /** Copies the image to an empty folder, as skopeo does for users who want its layers. */
    List<Path> pull(Path folder) throws IOException, InterruptedException {
        delete(folder);
        copy("docker://" + this.name, "dir:" + folder);
        return blobs(folder);
    }

    private static Map<String, Object> descriptor(Path folder, String mediaType, byte[] content) throws IOException {
        Digest digest = Digest.sha256Of(content);
        Files.write(folder.resolve(digest.hex()), content);
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", mediaType);
        descriptor.put("size", content.length);
        descriptor.put("digest", digest.toString());
        return descriptor;
    }

    private static List<Path> blobs(Path folder) throws IOException {
        return JSON.readTree(Files.readAllBytes(folder.resolve("manifest.json")))
                .path("layers")
                .valueStream()
                .map(layer -> folder.resolve(hex(layer)))
                .toList();
    }

    private static String hex(JsonNode descriptor) {
        return Digest.parse(descriptor.path("digest").asString()).hex();
    }

    private static void copy(String from, String to) throws IOException, InterruptedException {
        Programs.run(Map.of(), "skopeo", "copy", "--quiet", "--insecure-policy", "--src-tls-verify=false",
                "--dest-tls-verify=false", from, to);
    }

    private static void delete(Path folder) throws IOException, InterruptedException {
        Programs.run(Map.of(), "rm", "-rf", folder.toString());
    }
}
