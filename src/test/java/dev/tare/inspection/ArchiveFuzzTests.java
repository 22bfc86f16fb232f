package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.fixture.Blob;
import dev.tare.fixture.DigestedParts;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.FuzzLimits;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LegacyArchives;
import dev.tare.fixture.RepairedTar;
import dev.tare.image.Compression;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any bytes as an archive have an inspection or an {@link InvalidImageException}. A file and a stream have the same result,
 * although a file is read only in part.
 */
class ArchiveFuzzTests {

    private static final Limits LIMITS = FuzzLimits.LIMITS;

    private static Path file;

    @BeforeAll
    static void createFile() throws IOException {
        file = Files.createTempFile("fuzzed", ".tar");
    }

    @AfterAll
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    /** The archive with corrected checksums in its headers. */
    @MethodSource("archive")
    @FuzzTest
    void archive(byte[] tar) throws IOException {
        inspect(RepairedTar.of(tar));
    }

    static Stream<byte[]> archive() {
        ImageBuilder app = app();
        return Stream.concat(
                Stream.of(DockerForm.values()).map(app::asDockerArchive),
                Stream.of(app.asOciArchive(), EverythingImage.drawnOn(anImage("app:1")).asDockerArchive(),
                        LegacyArchives.of(app).toTar(),
                        LegacyArchives.of(app, anImage("app:2").layer(layer -> layer.file("a", "a"))).toTar(),
                        Blob.compress(app.asDockerArchive(), Compression.GZIP),
                        ImageBuilder.multiPlatformLayoutOf("app:1", anImage("").platform("linux/arm64/v8"),
                                anImage("").platform("linux/s390x")).toTar()));
    }

    /** An OCI image layout whose changed documents refer to each other by their new digests. */
    @MethodSource("layout")
    @FuzzTest
    void layout(byte[] parts) throws IOException {
        inspect(DigestedParts.of(parts).toLayout().toTar());
    }

    static Stream<byte[]> layout() {
        String layer = new String(app().layerTars().getFirst(), StandardCharsets.ISO_8859_1);
        String oci = "application/vnd.oci.image.";
        String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"User\":\"1\",\"Env\":[\"A=b\"]},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"@3@\"]},"
                + "\"history\":[{\"created\":\"2026-01-02T03:04:05Z\",\"created_by\":\"COPY a /\"}]}";
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\"" + oci + "manifest.v1+json\",\"config\":{\"mediaType\":\""
                        + oci + "config.v1+json\",\"digest\":\"@2@\",\"size\":#2#},\"layers\":[{\"mediaType\":\"" + oci
                        + "layer.v1.tar\",\"digest\":\"@3@\",\"size\":#3#}],\"annotations\":{\"a\":\"b\"}}";
        String toManifest = "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"" + oci
                + "manifest.v1+json\",\"digest\":\"@1@\",\"size\":#1#,\"platform\":{\"os\":\"linux\",\"architecture\":"
                + "\"amd64\"},\"annotations\":{\"org.opencontainers.image.ref.name\":\"app:1\"}}]}";
        String toIndex =
                "{\"manifests\":[{\"mediaType\":\"" + oci + "index.v1+json\",\"digest\":\"@1@\",\"size\":#1#}]}";
        return Stream.of(DigestedParts.join(toManifest, manifest, config, layer),
                DigestedParts.join(toIndex, toManifest.replace('1', '2'), manifest.replace("@2@", "@3@")
                        .replace("#2#", "#3#")
                        .replace("@3@\",\"size\":#3#}]", "@4@\",\"size\":#4#}]"),
                        config.replace("@3@", "@4@"), layer));
    }

    private static ImageBuilder app() {
        return anImage("app:1").layer(layer -> layer.directory("etc").file("etc/os-release", "ID=debian\n"))
                .layer(layer -> layer.whiteout("etc/os-release").file("app/a", "a"))
                .history("ADD base /")
                .history("COPY a /app")
                .config(config -> config.user("1000"));
    }

    private static void inspect(byte[] archive) throws IOException {
        Files.write(file, archive);
        Inspection fromFile = inspection(ArchiveSources.open(file, ImageSelection.ONLY, LIMITS));
        Inspection fromStream = inspection(ArchiveSources.stream(String.valueOf(file.getFileName()),
                new ByteArrayInputStream(archive), ImageSelection.ONLY, LIMITS));
        assertThat(facts(fromStream)).isEqualTo(facts(fromFile));
    }

    private static @Nullable Inspection inspection(ImageSource source) {
        try {
            return new Inspector(LIMITS).inspect(source);
        } catch (InvalidImageException expected) {
            return null;
        }
    }

    private static Map<String, @Nullable Object> facts(@Nullable Inspection inspection) {
        return inspection == null ? Map.of() : InspectionFacts.of(inspection);
    }
}
