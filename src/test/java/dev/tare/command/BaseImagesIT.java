package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.tare.build.LocalRegistry;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Descriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The base image that an image names, in a real registry: it is verified, and later its tag moves. */
class BaseImagesIT {

    @TempDir
    private Path folder;

    @Test
    void namedBaseIsVerifiedAndItsTagMoves() throws Exception {
        try (LocalRegistry registry = LocalRegistry.start(this.folder.resolve("registry"))) {
            ImageBuilder base = base("1");
            String digest = base.ociManifestDigest().toString();
            push(registry, "team/base:1", base);
            push(registry, "team/app:1", base("1").layer(layer -> layer.file("app", "app"))
                    .annotation(Descriptor.BASE_NAME, registry.reference("team/base:1"))
                    .annotation(Descriptor.BASE_DIGEST, digest));
            String app = registry.reference("team/app:1");
            JsonNode found = json(0, "inspect", app).at("/image/base");
            assertThat(found.path("grade").stringValue()).isEqualTo("VERIFIED");
            assertThat(found.at("/layers/count").intValue()).isEqualTo(2);
            assertThat(found.path("digest").stringValue()).isEqualTo(digest);
            JsonNode current = json(0, "base", "check", app);
            assertThat(current.path("moved").booleanValue()).isFalse();
            assertThat(current.at("/traffic/requests").intValue()).isEqualTo(4);

            push(registry, "team/base:1", base("2").layer(layer -> layer.file("more", "x".repeat(100_000))));
            JsonNode moved = json(1, "base", "check", app);
            assertThat(moved.at("/before/digest").stringValue()).isEqualTo(digest);
            assertThat(moved.at("/now/layers").intValue()).isEqualTo(3);
            assertThat(moved.at("/update/sharedLayers").intValue()).isEqualTo(1);
            assertThat(moved.at("/update/compressedGrowthBytes").longValue()).isPositive();
            assertThat(moved.at("/traffic/requests").intValue()).isEqualTo(6);
            assertThat(json(0, "inspect", app).at("/image/base/grade").stringValue()).isEqualTo("VERIFIED");
        }
    }

    private static ImageBuilder base(String version) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/os-release", "ID=debian\n"))
                .layer(layer -> layer.file("etc/version", version));
    }

    private static JsonNode json(int status, String... arguments) {
        CommandRun run = CommandRun.of((Object[]) append(arguments));
        assertThat(run.status()).as(run.err()).isEqualTo(status);
        return JsonMapper.shared().readTree(run.out());
    }

    private static String[] append(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--format=json";
        return all;
    }

    private void push(LocalRegistry registry, String name, ImageBuilder image)
            throws IOException, InterruptedException {
        Path layout = image.writeOciLayout(Files.createTempDirectory(this.folder, "layout").resolve("image"));
        Process copy = new ProcessBuilder("skopeo", "copy", "--insecure-policy", "--dest-tls-verify=false",
                "--preserve-digests", "oci:" + layout, "docker://" + registry.reference(name))
                .redirectErrorStream(true)
                .start();
        String output = new String(copy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(copy.waitFor()).as(output).isZero();
    }
}
