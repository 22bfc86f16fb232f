package dev.tare.images;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small OCI image layout with one image, read without Tare's own code.
 */
record OciArchive(Map<String, byte[]> files) {

    private static final JsonMapper JSON = new JsonMapper();

    static OciArchive read(Path path) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(Files.newInputStream(path)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^\\./", ""), tar.readAllBytes());
            }
        }
        return new OciArchive(files);
    }

    /**
     * Writes a docker archive, the only form that engines of every age load. The layers' tars and the config stay
     * unchanged to the byte, and the engine verifies the diff IDs.
     */
    void writeDockerArchive(Path target, String reference) throws IOException {
        JsonNode manifest = json(json(this.files.get("index.json")).at("/manifests/0"));
        List<String> layers = manifest.at("/layers").values().stream().map(OciArchive::blob).toList();
        String config = manifest.at("/config/digest").asString().substring("sha256:".length()) + ".json";
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(target))) {
            put(tar, config, this.files.get(blob(manifest.at("/config"))));
            for (String layer : layers) {
                put(tar, layer, decompressed(this.files.get(layer)));
            }
            put(tar, "manifest.json", JSON.writeValueAsBytes(
                    List.of(Map.of("Config", config, "RepoTags", List.of(reference), "Layers", layers))));
        }
    }

    private JsonNode json(JsonNode descriptor) {
        return json(this.files.get(blob(descriptor)));
    }

    private static JsonNode json(byte[] document) {
        return JSON.readTree(document);
    }

    private static String blob(JsonNode descriptor) {
        return "blobs/" + descriptor.at("/digest").asString().replace(':', '/');
    }

    private static byte[] decompressed(byte[] layer) throws IOException {
        try (InputStream in = CompressorStreamFactory.getSingleton()
                .createCompressorInputStream(new ByteArrayInputStream(layer))) {
            return in.readAllBytes();
        } catch (CompressorException ex) {
            throw new UncheckedIOException(new IOException("The layer is not compressed", ex));
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

}
