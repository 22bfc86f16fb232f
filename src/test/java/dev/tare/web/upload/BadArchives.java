package dev.tare.web.upload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

import static dev.tare.fixture.ImageBuilder.anImage;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Archives for uploads: two valid ones, and invalid ones of every kind. */
public final class BadArchives {

    private static final int TAR_BLOCK = 512;

    private static final int MEBIBYTE = 1 << 20;

    private BadArchives() {}

    public static byte[] good() {
        return image("good:1", "one").asDockerArchive(DockerForm.JIB);
    }

    public static byte[] other() {
        return image("other:1", "another").asDockerArchive(DockerForm.JIB);
    }

    public static byte[] truncated() {
        byte[] archive = image("good:1", "x".repeat(100_000)).asDockerArchive();
        return Arrays.copyOf(archive, archive.length / 2);
    }

    public static byte[] truncatedGzip() {
        return withLayer(layer -> Arrays.copyOf(layer, layer.length / 2));
    }

    public static byte[] digestMismatch() {
        return withLayer(layer -> gzip(new byte[4096]));
    }

    public static byte[] missingLayer() {
        ArchiveBuilder archive = jibArchive();
        return archive.remove(layerOf(archive)).toTar();
    }

    public static byte[] noManifest() {
        return jibArchive().remove("manifest.json").toTar();
    }

    public static byte[] noJson() {
        return jibArchive().file("manifest.json", "[{").toTar();
    }

    public static byte[] twoImages() {
        return ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_20, image("good:1", "one"), image("other:1", "another"))
                .toTar();
    }

    public static byte[] climbingPath() {
        return anImage("good:1").layer(layer -> layer.file("../../etc/passwd", "root")).asDockerArchive();
    }

    public static byte[] manyFiles() {
        return anImage("many:1").layer(layer -> {
            for (int i = 0; i < 20_000; i++) {
                layer.file("file" + i, "");
            }
        }).asDockerArchive(DockerForm.JIB);
    }

    public static byte[] bomb() {
        return withLayer(layer -> gzip(new byte[MEBIBYTE], 300));
    }

    /** An archive whose manifest says to have 1 GiB. */
    public static InputStream hugeDocument() {
        return entry("manifest.json", 1024);
    }

    /** An archive with a file of 200 MiB that no image needs. */
    public static InputStream hugeArchive() {
        return new SequenceInputStream(entry("junk", 200), new ByteArrayInputStream(good()));
    }

    private static ImageBuilder image(String name, String content) {
        return anImage(name).layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.directory("app").file("app/file", content))
                .config(config -> config.user("1000"));
    }

    private static ArchiveBuilder jibArchive() {
        return image("good:1", "one").dockerArchive(DockerForm.JIB);
    }

    private static byte[] withLayer(UnaryOperator<byte[]> change) {
        ArchiveBuilder archive = jibArchive();
        String layer = layerOf(archive);
        return archive.file(layer, change.apply(archive.files().get(layer))).toTar();
    }

    private static String layerOf(ArchiveBuilder archive) {
        return archive.files().keySet().stream().filter(path -> path.endsWith(".tar.gz")).findFirst().orElseThrow();
    }

    private static byte[] gzip(byte[] content) {
        return gzip(content, 1);
    }

    private static byte[] gzip(byte[] content, int times) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            for (int i = 0; i < times; i++) {
                gzip.write(content);
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return compressed.toByteArray();
    }

    /** A tar entry with this many MiB of spaces, never in memory as a whole. */
    private static InputStream entry(String name, int mebibytes) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize((long) mebibytes * MEBIBYTE);
        byte[] header = new byte[TAR_BLOCK];
        entry.writeEntryHeader(header);
        byte[] spaces = " ".repeat(MEBIBYTE).getBytes(UTF_8);
        List<InputStream> pieces = new ArrayList<>();
        pieces.add(new ByteArrayInputStream(header));
        for (int i = 0; i < mebibytes; i++) {
            pieces.add(new ByteArrayInputStream(spaces));
        }
        return new SequenceInputStream(Collections.enumeration(pieces));
    }
}
