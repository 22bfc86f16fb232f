package dev.tare.web;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Compression;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** Filters, sorts, pages and exports the files of two images with 100,000 files each in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ManyFilesIT {

    private static final int FILES = 100_000;

    private static Playwright playwright;

    private static Browser browser;

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
    void hundredThousandFilesAreFilteredSortedPagedAndExported() throws IOException {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1200, 900))) {
            page.setDefaultTimeout(120_000);
            page.navigate("http://127.0.0.1:" + this.port + "/");
            page.setInputFiles("#first-archive", new FilePayload("first.tar", "application/x-tar", image("srv")));
            page.setInputFiles("#other-archives", new FilePayload("second.tar", "application/x-tar", image("opt")));
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
            page.locator(".views").getByText("Files").click();
            page.waitForURL("**/files?**");
            assertThat(total(page)).startsWith("200,000 files: ");

            page.fill("input[name=text]", "/part-07/");
            filter(page);
            assertThat(total(page)).startsWith("2,000 files: ");
            page.fill("input[name=glob]", "*.log");
            filter(page);
            assertThat(total(page)).startsWith("500 files: ");
            page.selectOption("select[name=line]", new SelectOption().setLabel("/opt/data"));
            filter(page);
            assertThat(total(page)).startsWith("250 files: ");
            page.fill("input[name=min]", "51 B");
            page.fill("input[name=max]", "70 B");
            filter(page);
            assertThat(total(page)).startsWith("50 files: ");

            page.navigate(page.url().replaceAll("\\?.*", "?change=removed"));
            assertThat(total(page)).startsWith("100,000 files: ");
            page.locator(".view-files th").getByText("Path").click();
            page.waitForURL("**sort=path");
            assertThat(page.locator(".view-files td.path a").first().textContent())
                    .isEqualTo("/srv/data/part-00/000000.log");
            page.click("text=Next");
            page.waitForURL("**page=2");
            assertThat(page.locator(".view-pages").textContent()).contains("Page 2 of 1000");
            assertThat(page.locator(".view-files td.path a").first().textContent())
                    .isEqualTo("/srv/data/part-00/010000.log");

            Download download = page.waitForDownload(() -> page.locator(".downloads").getByText("CSV").click());
            try (var lines = Files.lines(download.path())) {
                assertThat(lines.skip(1).filter(line -> line.startsWith("srv/data/part-")).count()).isEqualTo(FILES);
            }
        }
    }

    private static String total(Page page) {
        return page.locator(".view-total [role=status]").textContent();
    }

    private static void filter(Page page) {
        String before = page.url();
        page.click(".view-filter button");
        page.waitForURL(address -> !address.equals(before));
    }

    /** One hundred folders, each with a thousand files of 1 to 100 bytes; a quarter of them are logs. */
    private static byte[] image(String folder) {
        return anImage("many:" + folder).layer(layer -> fill(layer, folder))
                .compression(Compression.GZIP)
                .asDockerArchive(DockerForm.JIB);
    }

    private static void fill(LayerBuilder layer, String folder) {
        for (int i = 0; i < FILES; i++) {
            String content = (folder + i + "-").repeat(20).substring(0, 1 + i / 100 % 100);
            layer.file("%s/data/part-%02d/%06d.%s".formatted(folder, i % 100, i, i / 100 % 4 == 0 ? "log" : "txt"),
                    content);
        }
    }
}
