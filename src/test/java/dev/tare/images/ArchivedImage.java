package dev.tare.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A docker archive of Jib. Unless noted, it is read without Tare's own code, so that other tests of an image do not
 * depend on that code.
 */
record ArchivedImage(Path path) {

    private static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = new JsonMapper();

    ArchivedImage {
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException(
                    "There is no image at %s: the package phase builds it, from bases that dev/verify brings"
                            .formatted(path));
        }
    }

    /**
     * The image as Tare inspects it.
     */
    Inspection inspect() {
        return new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.open(this.path, ImageSelection.ONLY, Limits.DEFAULTS));
    }

    JsonNode config() throws IOException {
        return JSON.readTree(entry(manifest().get("Config").asString()));
    }

    /**
     * The content of a file, from the uppermost layer that has it.
     */
    Optional<byte[]> file(String name) throws IOException {
        for (String layer : layers().reversed()) {
            Optional<byte[]> content = file(layer, name);
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    /**
     * The bytes of all layers as the archive stores them.
     */
    long layerBytes() throws IOException {
        Set<String> layers = new HashSet<>(layers());
        long bytes = 0;
        try (TarArchiveInputStream archive = open()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                bytes += layers.contains(entry.getName()) ? entry.getSize() : 0;
            }
        }
        return bytes;
    }

    /**
     * For each layer, the lowest first, the total length of its symbolic links' targets in bytes.
     */
    List<Long> linkTargetBytes() throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        List<String> layers = layers();
        try (TarArchiveInputStream archive = open()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (layers.contains(entry.getName())) {
                    bytes.put(entry.getName(), linkTargetBytes(layer(archive)));
                }
            }
        }
        return layers.stream().map(bytes::get).toList();
    }

    /**
     * Writes this archive with another image reference, so that loading it does not move a tag of another image.
     */
    void copyTo(Path target, String reference) throws IOException {
        try (TarArchiveInputStream in = open();
                TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(target))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(MANIFEST)) {
                    out.putArchiveEntry(entry);
                    in.transferTo(out);
                    out.closeArchiveEntry();
                }
            }
            byte[] manifest = manifestWith(reference);
            TarArchiveEntry entry = new TarArchiveEntry(MANIFEST);
            entry.setSize(manifest.length);
            out.putArchiveEntry(entry);
            out.write(manifest);
            out.closeArchiveEntry();
        }
    }

    private List<String> layers() throws IOException {
        List<String> layers = new ArrayList<>();
        manifest().get("Layers").forEach((layer) -> layers.add(layer.asString()));
        return layers;
    }

    private byte[] manifestWith(String reference) throws IOException {
        ObjectNode manifest = (ObjectNode) manifest();
        manifest.putArray("RepoTags").add(reference);
        ArrayNode manifests = JSON.createArrayNode().add(manifest);
        return JSON.writeValueAsBytes(manifests);
    }

    private JsonNode manifest() throws IOException {
        return JSON.readTree(entry(MANIFEST)).get(0);
    }

    private byte[] entry(String name) throws IOException {
        try (TarArchiveInputStream archive = open()) {
            return find(archive, name)
                    .orElseThrow(() -> new IllegalStateException("%s has no entry %s".formatted(this.path, name)));
        }
    }

    private Optional<byte[]> file(String layer, String name) throws IOException {
        try (TarArchiveInputStream archive = open()) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(layer)) {
                    return find(layer(archive), name);
                }
            }
        }
        throw new IllegalStateException("%s has no layer %s".formatted(this.path, layer));
    }

    private static long linkTargetBytes(TarArchiveInputStream layer) throws IOException {
        long bytes = 0;
        for (TarArchiveEntry entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
            bytes += entry.isSymbolicLink() ? entry.getLinkName().getBytes(StandardCharsets.UTF_8).length : 0;
        }
        return bytes;
    }

    private static TarArchiveInputStream layer(InputStream blob) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(blob));
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(this.path)));
    }

    private static Optional<byte[]> find(TarArchiveInputStream archive, String name) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return Optional.of(archive.readAllBytes());
            }
        }
        return Optional.empty();
    }

}
