package dev.tare.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry receives the same image as an archive, and the image runs when it comes back from there. */
@ExtendWith(Builds.class)
class RegistryPushIT {

    @Test
    void buildPushesTheImageOfTheArchive(CleanBuild clean, PushedBuild pushed, @TempDir Path folder) throws Exception {
        BuiltImage archived = clean.images().get("slim");
        assertThat(archived).isNotNull();
        LocalRegistry registry = pushed.registry();
        assertThat(registry.manifest("tare", "slim")).isEqualTo(archived.manifest().json());
        try (PulledImage pulled = PulledImage.pull(registry.reference("tare:slim"), folder.resolve("pulled"))) {
            assertThat(pulled.run("version")).startsWith("Tare ");
        }
    }

    @Test
    void comparisonByNameIsThatOfTheArchives(CleanBuild clean, PushedBuild pushed) throws Exception {
        JsonNode named = compare(pushed.registry().reference("tare:slim"),
                pushed.registry().reference("tare:distroless"));
        JsonNode archived = compare(clean.build().archive("slim").toString(),
                clean.build().archive("distroless").toString());
        assertThat(named.at("/images").valueStream().map(image -> image.path("name").asString()))
                .containsExactly(pushed.registry().reference("tare:slim"),
                        pushed.registry().reference("tare:distroless"));
        assertThat(named.at("/images/1/identity/manifestDigest").asString())
                .isEqualTo(pushed.images().get("distroless").digest());
        assertThat(withoutSource(named)).isEqualTo(withoutSource(archived));
    }

    /** Runs the built command. With a cache, it would compare the result of one reading with itself. */
    private static JsonNode compare(String first, String second) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                "target/tare.jar", "compare", first, second, "--format=json", "--no-cache", "--no-base-lookup")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return JsonMapper.shared().readTree(report);
    }

    /**
     * An archive of Jib has no manifest, and so neither its digest nor the media types of layers. Only a registry has
     * signatures.
     */
    private static JsonNode withoutSource(JsonNode report) {
        withoutSigned(report.at("/matrix/checks"));
        for (JsonNode image : report.at("/images")) {
            ((ObjectNode) image).remove(List.of("name", "referrers"));
            withoutSigned(image.path("checks"));
            ((ObjectNode) image.path("identity")).remove("manifestDigest");
            image.path("layers").forEach(layer -> ((ObjectNode) layer).remove("mediaType"));
        }
        return report;
    }

    private static void withoutSigned(JsonNode checks) {
        for (int i = checks.size() - 1; i >= 0; i--) {
            if (checks.get(i).path("id").asString("").equals("signed")) {
                ((ArrayNode) checks).remove(i);
            }
        }
    }
}
