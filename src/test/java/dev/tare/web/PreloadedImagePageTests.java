package dev.tare.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.web.upload.BadArchives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The start page while and after a single preloaded image is read. */
@SpringBootTest
@AutoConfigureMockMvc
class PreloadedImagePageTests {

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvcTester mvc;

    @DynamicPropertySource
    static void image(DynamicPropertyRegistry properties) {
        properties.add("tare.images[0]", () -> {
            try {
                return Files.write(folder.resolve("good.tar"), BadArchives.good()).toString();
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        });
    }

    @Test
    void startPageLeadsToTheOnlyPreloadedImage() {
        await().until(() -> !home().contains("Reading the preloaded"));
        assertThat(home()).contains("<h2 id=\"preloaded-title\">Preloaded image</h2>", "good:1", "Show the image")
                .doesNotContain("Show the comparison");
    }

    private String home() {
        return assertThat(this.mvc.get().uri("/").exchange()).hasStatusOk().bodyText().actual();
    }
}
