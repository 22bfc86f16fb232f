package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlFormatTests {

    @TempDir
    private Path folder;

    private Path first;

    private Path second;

    @BeforeEach
    void writeImages() throws IOException {
        this.first = Files.write(this.folder.resolve("first.tar"),
                ImageBuilder.anImage("a:1").layer(layer -> layer.file("opt/a/b", "123")).asDockerArchive());
        this.second = Files.write(this.folder.resolve("second.tar"),
                ImageBuilder.anImage("b:1").layer(layer -> layer.file("opt/a/c", "12345")).asDockerArchive());
    }

    @Test
    void comparisonIsWrittenToAFile() throws IOException {
        Path page = this.folder.resolve("page.html");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--format", "html", "--output", page);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("a:1", "b:1", "</html>");
    }

    @Test
    void imageIsWrittenToAFile() throws IOException {
        Path page = this.folder.resolve("page.html");
        CommandRun run = CommandRun.of("inspect", this.first, "--format", "html", "--output", page);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(page)).contains("a:1", "id=\"overview\"").doesNotContain("b:1", "href=\"/");
    }

    @Test
    void pageShowsOnePlatform() {
        assertThat(CommandRun.of("compare", this.first, this.second, "--format", "html", "--platform", "all").err())
                .contains("--format html shows one platform");
    }

    @Test
    void onlyReportsOfImagesArePages() {
        assertThat(CommandRun.of("why", this.first, "/opt/a/b", "--format", "html").err())
                .contains("text, json or markdown");
        assertThat(CommandRun.of("compare", this.first, this.second, "--format", "pdf").err())
                .contains("text, json, markdown or html");
    }
}
