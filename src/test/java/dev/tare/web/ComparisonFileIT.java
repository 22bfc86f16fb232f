package dev.tare.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Opens the file of a comparison from disk in a real browser without a network. */
class ComparisonFileIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .flatMap(found => found.nodes.map(node => found.id + ': ' + node.html + ' ' + node.failureSummary))""";

    private static Playwright playwright;

    private static Browser browser;

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
        file = folder.resolve("comparison.html");
        try (Writer out = Files.newBufferedWriter(file)) {
            ComparisonFile.write(ComparisonReport
                    .of(new Comparison(List.of(DrawnImages.slim(), DrawnImages.distroless()))), out);
        }
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @Test
    void fileOpensFromDiskWithoutRequestsAndErrors() {
        List<String> requests = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            context.setOffline(true);
            Page page = context.newPage();
            page.onRequest(request -> requests.add(request.url()));
            page.onConsoleMessage(message -> messages.add(message.text()));
            page.onPageError(messages::add);
            page.navigate(file.toUri().toString());
            page.locator("#overview details").first().click();
            assertThat(requests).containsExactly(page.url());
            assertThat(messages).isEmpty();
            assertThat(page.locator("h1").textContent()).contains("lighter");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.wf')).display")).isNotEqualTo("inline");
            assertThat(page.evaluate("getComputedStyle(document.body).fontVariantNumeric")).isEqualTo("tabular-nums");
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "LIGHT", "DARK" })
    void axeFindsNoViolation(ColorScheme scheme) throws IOException {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setColorScheme(scheme))) {
            Page page = context.newPage();
            page.navigate(file.toUri().toString());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("file-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
            page.evaluate(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js")[0]
                    .getContentAsString(StandardCharsets.UTF_8));
            assertThat((List<?>) page.evaluate(VIOLATIONS)).isEmpty();
        }
    }
}
