package dev.tare.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the page of this build's own two images, which are preloaded like in {@code dev/run}. Stores the page below
 * {@code target/tare}, and with {@code -Dtare.docs} its picture in {@code docs}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnImagesPageIT {

    private static final Path TARGET = Path.of("target", "tare");

    private static final double PATIENCE_MILLIS = 120_000;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void giveImages(DynamicPropertyRegistry registry) {
        registry.add("tare.images[0]", () -> archive("slim"));
        registry.add("tare.images[1]", () -> archive("distroless"));
    }

    @Test
    void preloadedImagesAreShownSideBySide() throws IOException, InterruptedException {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(ColorScheme.LIGHT)
                    .setViewportSize(1200, 1000)
                    .setDeviceScaleFactor(1.5));
            openComparison(page);
            assertThat(page.locator(".pair-names").textContent()).contains("tare:slim", "tare:distroless");
            assertThat(page.locator("h1").textContent()).contains("lighter");
            keep(page);
        }
    }

    private void openComparison(Page page) {
        page.navigate(address("/"));
        Locator link = page.locator("a[href^='/comparisons/']").first();
        link.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        page.navigate(address(link.getAttribute("href")));
    }

    private void keep(Page page) throws IOException, InterruptedException {
        byte[] picture = page.screenshot();
        Files.createDirectories(TARGET);
        Files.write(TARGET.resolve("comparison.png"), picture);
        Files.writeString(TARGET.resolve("comparison.html"), standalone(page));
        if (System.getProperty("tare.docs") != null) {
            Path docs = Files.createDirectories(Path.of("docs", "images"));
            Files.write(docs.resolve("comparison.png"), picture);
        }
    }

    /** The page as a file that needs no server: its style sheet in place, its script left out. */
    private String standalone(Page page) throws IOException, InterruptedException {
        String sheet = page.locator("link[rel=stylesheet]").getAttribute("href");
        return page.content()
                .replaceAll("<link rel=\"stylesheet\"[^>]*>", "<style>STYLE</style>")
                .replaceAll("<script[^>]*></script>", "")
                .replace("STYLE", get(sheet));
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + this.port + path;
    }

    private static String archive(String flavour) {
        return "target/images/tare-%s.tar".formatted(flavour);
    }

}
