package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

class SbomCommandTests {

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() throws IOException {
        this.archive = Files.write(this.folder.resolve("app.tar"), anImage("app:1")
                .layer(layer -> layer.file("etc/os-release", "ID=alpine\nVERSION_ID=3.22\n")
                        .file("lib/apk/db/installed", "P:musl\nV:1.2.5-r9\nA:x86_64\n"))
                .asDockerArchive());
    }

    @Test
    void billOfMaterialsIsWrittenToTheTerminal() {
        CommandRun run = CommandRun.of("sbom", this.archive);
        assertThat(run.status()).isZero();
        JsonNode bom = JsonMapper.shared().readTree(run.out());
        assertThat(bom.at("/specVersion").asString()).isEqualTo("1.6");
        assertThat(bom.at("/components").findValuesAsString("purl"))
                .containsExactly("pkg:apk/alpine/musl@1.2.5-r9?arch=x86_64&distro=alpine-3.22");
    }

    @Test
    void formatIsSpdxOnRequest() {
        CommandRun run = CommandRun.of("sbom", this.archive, "--format", "SPDX");
        assertThat(run.status()).isZero();
        assertThat(JsonMapper.shared().readTree(run.out()).at("/packages").findValuesAsString("referenceLocator"))
                .containsExactly("pkg:apk/alpine/musl@1.2.5-r9?arch=x86_64&distro=alpine-3.22");
    }

    @Test
    void unknownFormatIsAnError() {
        CommandRun run = CommandRun.of("sbom", this.archive, "--format", "xml");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("xml", "cyclonedx, spdx");
    }

    @Test
    void outputWritesTheBillOfMaterialsToAFile() {
        Path file = this.folder.resolve("bom.json");
        CommandRun run = CommandRun.of("sbom", this.archive, "--output", file);
        assertThat(run.out()).isEmpty();
        assertThat(file).content().isEqualTo(CommandRun.of("sbom", this.archive).out());
    }

    @Test
    void fileThatCannotBeWrittenIsAnError() {
        CommandRun run = CommandRun.of("sbom", this.archive, "--output", this.folder);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be written");
    }
}
