package dev.tare.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import dev.tare.bench.BenchImages.LayerContent;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import tools.jackson.databind.json.JsonMapper;

/** Writes an image with gzip layers as an OCI image layout. Uses all processors and little memory. */
final class LayoutWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int BUFFER = 1 << 16;

    private final String name;

    private final Path folder;

    private final Path blobs;

    LayoutWriter(String name, Path folder) throws IOException {
        this.name = name;
        this.folder = folder;
        this.blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
    }

    /** Writes an image with one layer for each of these contents, the lowest first. */
    BenchImage write(List<LayerContent> contents) {
        List<Written> layers = contents.parallelStream().map(this::layer).toList();
        Platform platform = Platform.ofThisMachine();
        Map<String, ?> config = blob(MediaType.OCI_CONFIG, Map.of("os", platform.os(), "architecture",
                platform.architecture(), "rootfs", Map.of("type", "layers", "diff_ids",
                        layers.stream().map(layer -> layer.diffId().toString()).toList())));
        Map<String, ?> manifest = blob(MediaType.OCI_MANIFEST, Map.of("schemaVersion", 2, "mediaType",
                MediaType.OCI_MANIFEST.value(), "config", config, "layers",
                layers.stream().map(Written::descriptor).toList()));
        write(this.folder.resolve("oci-layout"), JSON.writeValueAsBytes(Map.of("imageLayoutVersion", "1.0.0")));
        write(this.folder.resolve("index.json"),
                JSON.writeValueAsBytes(Map.of("schemaVersion", 2, "manifests", List.of(manifest))));
        return new BenchImage(this.name, this.folder, layers.stream().map(Written::blob).toList(),
                layers.stream().mapToInt(Written::files).sum(),
                layers.stream().mapToLong(Written::tarSize).sum());
    }

    private Written layer(LayerContent content) {
        try {
            Path file = Files.createTempFile(this.folder, "layer", "");
            MessageDigest stored = Digest.newSha256();
            MessageDigest tar = Digest.newSha256();
            OutputStream out = new DigestOutputStream(Files.newOutputStream(file), stored);
            LayerBuilder layer = new LayerBuilder(new BufferedOutputStream(
                    new DigestOutputStream(new GZIPOutputStream(out, BUFFER), tar), BUFFER));
            int files = content.draw(layer);
            long tarSize = layer.close();
            Digest digest = Digest.ofSha256(stored.digest());
            return new Written(Files.move(file, this.blobs.resolve(digest.hex())), digest,
                    Digest.ofSha256(tar.digest()), files, tarSize);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private Map<String, ?> blob(MediaType mediaType, Map<String, ?> document) {
        byte[] content = JSON.writeValueAsBytes(document);
        Digest digest = Digest.sha256Of(content);
        write(this.blobs.resolve(digest.hex()), content);
        return descriptor(mediaType, digest, content.length);
    }

    private static Map<String, ?> descriptor(MediaType mediaType, Digest digest, long size) {
        return Map.of("mediaType", mediaType.value(), "digest", digest.toString(), "size", size);
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private record Written(Path blob, Digest digest, Digest diffId, int files, long tarSize) {

        Map<String, ?> descriptor() {
            return LayoutWriter.descriptor(MediaType.OCI_LAYER_GZIP, this.digest,
                    this.blob.toFile().length());
        }
    }
}
