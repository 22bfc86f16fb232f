package dev.tare.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.LayerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** Goes through the pages below a comparison in a real browser, and checks all pages with axe. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ViewsIT {

    private static final int FILES = 2500;

    private static Playwright playwright;

    private static Browser browser;

    private static @Nullable String comparison;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @Test
    void filesAreFilteredAndPagedFromTheOverview() {
        try (Page page = page("overview")) {
            page.locator(".views").getByText("Files").click();
            page.waitForURL("**/files?**");
            page.fill("input[name=text]", "share/data/");
            page.selectOption("select[name=change]", "removed");
            page.click(".view-filter button");
            page.waitForURL("**text=share**");
            assertThat(page.locator(".view-total [role=status]").textContent()).startsWith("2,500 files: ");
            assertThat(page.locator(".view-files tbody tr").count()).isEqualTo(100);
            page.click("text=Next");
            page.waitForURL("**page=2");
            assertThat(page.locator(".view-pages").textContent()).contains("Page 2 of 25");
            assertThat(page.inputValue("input[name=text]")).isEqualTo("share/data/");
            assertThat(page.inputValue("select[name=change]")).isEqualTo("removed");
        }
    }

    @Test
    void headOfAColumnSortsAndReverses() {
        try (Page page = page("files")) {
            assertThat(page.locator("[aria-sort]").textContent()).startsWith("Growth");
            page.locator(".view-files th").getByText("Path").click();
            page.waitForURL("**sort=path");
            assertThat(page.locator("[aria-sort]").getAttribute("aria-sort")).isEqualTo("ascending");
            assertThat(page.locator(".view-files td.path a").first().textContent()).isEqualTo("/bin/sh");
            page.locator(".view-files th").getByText("Path").click();
            page.waitForURL("**sort=-path");
            assertThat(page.locator(".view-files td.path a").first().textContent())
                    .isEqualTo("/var/lib/dpkg/status");
        }
    }

    @Test
    void detailedFiltersAreFoldedOnAPhoneUnlessTheyAreSet() {
        try (Page page = page("files")) {
            page.setViewportSize(390, 900);
            assertThat(page.locator("input[name=glob]").isVisible()).isFalse();
            page.click(".view-more summary");
            page.fill("input[name=min]", "800 kB");
            page.click(".view-filter button");
            page.waitForURL("**min=800**");
            assertThat(page.inputValue("input[name=min]")).isEqualTo("800 kB");
            assertThat(page.locator("input[name=min]").isVisible()).isTrue();
            assertThat(page.locator(".view-files tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void rowOfTheDifferenceLeadsToItsFiles() {
        try (Page page = page("overview")) {
            page.locator("#overview summary").first().click();
            String line = page.locator("#overview details[open] summary > span").nth(1).textContent();
            page.locator("#overview details[open]").getByText("Show the files").click();
            page.waitForURL("**line=**");
            assertThat(page.locator("select[name=line] option:checked").textContent()).endsWith(line);
            assertThat(page.locator(".view-files tbody tr").count()).isPositive();
        }
    }

    @Test
    void layerLeadsToItsFiles() {
        try (Page page = page("layers")) {
            page.locator("[aria-label='Files of layer 1']").first().click();
            page.waitForURL("**layer=from-1");
            assertThat(page.inputValue("select[name=layer]")).isEqualTo("from-1");
            assertThat(page.locator(".view-files tbody").textContent()).contains("/bin/sh");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "overview", "map", "files", "layers" })
    void everyExportOfAPageIsReadable(String name) {
        try (Page page = page(name)) {
            List<String> links = page.locator(".downloads a")
                    .all()
                    .stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(links).hasSizeGreaterThan(1).allSatisfy(link -> {
                APIResponse answer = page.request().get("http://127.0.0.1:" + this.port + link);
                assertThat(answer.status()).as(link).isEqualTo(200);
                String type = answer.headers().get("content-type");
                if (type.equals("application/json")) {
                    assertThat(JsonMapper.shared().readTree(answer.body()).isEmpty()).as(link).isFalse();
                } else if (type.startsWith("text/csv")) {
                    assertThat(answer.text().lines().toList()).as(link).hasSizeGreaterThan(1);
                } else if (type.equals("image/png")) {
                    assertThat(ImageIO.read(new ByteArrayInputStream(answer.body()))).as(link).isNotNull();
                } else {
                    assertThat(answer.text()).as(link).contains("shop:small");
                }
            });
        }
    }

    @Test
    void filteredListIsDownloaded() throws IOException {
        try (Page page = page("files")) {
            page.fill("input[name=text]", "share/data/00");
            page.click(".view-filter button");
            page.waitForURL("**text=share**");
            Download download = page.waitForDownload(() -> page.locator(".downloads").getByText("CSV").click());
            assertThat(download.suggestedFilename()).endsWith("-files-0-1.csv");
            assertThat(Files.readAllLines(download.path())).hasSize(101).first().asString().startsWith("path,");
        }
    }

    @Test
    void themeIsKeptAfterAReload() {
        try (Page page = page("map")) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.click(".theme button[value=dark]");
            Object dark = page.evaluate("getComputedStyle(document.body).backgroundColor");
            page.reload();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo(dark);
            assertThat(page.getAttribute(".theme button[value=dark]", "aria-pressed")).isEqualTo("true");
        }
    }

    @Test
    void fileIsOpenedFromTheList() {
        try (Page page = page("files")) {
            page.fill("input[name=text]", "bin/sh");
            page.click(".view-filter button");
            page.waitForURL("**text=bin**");
            page.click(".view-files td a");
            page.waitForURL("**/file?**");
            assertThat(page.locator("h1").textContent()).isEqualTo("/bin/sh");
            assertThat(page.locator("main").textContent()).contains("900,000 bytes", "Layer 1 adds");
            assertThat(page.locator("[aria-current]").textContent()).isEqualTo("Files");
        }
    }

    @Test
    void mapIsZoomedByClickAndByKeyboard() {
        try (Page page = page("map")) {
            String whole = page.url();
            tile(page, "Documentation: ").click();
            page.waitForURL("**at=**");
            assertThat(page.locator("h2").textContent()).isEqualTo("Documentation");
            page.goBack();
            assertThat(page.url()).isEqualTo(whole);
            tile(page, "Documentation: ").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**at=**");
            assertThat(page.locator("h2").textContent()).isEqualTo("Documentation");
            page.click("text=Everything");
            page.waitForCondition(() -> !page.url().contains("at="));
        }
    }

    @Test
    void layersSayWhatIsShared() {
        try (Page page = page("overview")) {
            page.locator(".views").getByText("Layers").click();
            page.waitForURL("**/layers?**");
            assertThat(page.locator("h2").allTextContents()).containsExactly("Only in A", "Only in B", "In both");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "home", "error", "overview", "map", "files", "file", "layers" })
    void pageIsSoundInEachThemeAndWidth(String name) {
        try (Page page = page(name)) {
            Axe.assertSound(page, name);
        }
    }

    private Page page(String name) {
        return open(switch (name) {
            case "home" -> "/";
            case "error" -> "/comparisons/none";
            case "overview" -> comparison();
            case "file" -> comparison() + "/file?path=usr/share/data/0001";
            default -> comparison() + "/" + name;
        });
    }

    private Page open(String path) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1200, 900));
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> assertThat(message.text()).as("console").doesNotContain("Security Policy"));
        page.navigate("http://127.0.0.1:" + this.port + path);
        return page;
    }

    private String comparison() {
        if (comparison == null) {
            try (Page page = open("/")) {
                page.setInputFiles("#first-archive", new FilePayload("full.tar", "application/x-tar", full()));
                page.setInputFiles("#other-archives", new FilePayload("small.tar", "application/x-tar", small()));
                page.click("#compare button");
                page.waitForURL("**/comparisons/*");
                comparison = URI.create(page.url()).getPath();
            }
        }
        return comparison;
    }

    private static Locator tile(Page page, String title) {
        return page.locator(".view-map .wide a:has(title:text-matches('^" + title + "'))").first();
    }

    private static byte[] full() {
        return anImage("shop:full").layer(ViewsIT::system)
                .history("debuerreotype")
                .layer(ViewsIT::application)
                .history("jib-maven-plugin:3.5.2")
                .asDockerArchive(DockerForm.JIB);
    }

    private static byte[] small() {
        return anImage("shop:small")
                .layer(layer -> layer.file("usr/lib/libc.so.6", noise(5, 500_000))
                        .file("usr/share/zoneinfo/Europe/Rome", noise(6, 90_000)))
                .history("bazel")
                .layer(ViewsIT::application)
                .history("jib-maven-plugin:3.5.2")
                .asDockerArchive(DockerForm.JIB);
    }

    private static void system(LayerBuilder layer) {
        layer.file("bin/sh", noise(1, 900_000), 0755)
                .file("usr/share/doc/a/manual", noise(2, 700_000))
                .file("usr/share/man/man1/a.1", noise(3, 400_000))
                .file("usr/share/zoneinfo/Europe/Rome", noise(4, 120_000))
                .file("usr/lib/libc.so.6", noise(5, 500_000))
                .file("var/lib/dpkg/status",
                        "Package: dash\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\n\n");
        for (int i = 0; i < FILES; i++) {
            layer.file("usr/share/data/%04d".formatted(i), "content of file " + i);
        }
    }

    private static void application(LayerBuilder layer) {
        layer.file("app/application", noise(7, 300_000), 0755);
    }

    private static byte[] noise(int seed, int size) {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        return noise;
    }
}
