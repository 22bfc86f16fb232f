package dev.tare.web;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import dev.tare.engine.Engines;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.registry.Registries;
import dev.tare.source.open.NamedImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares images by name in a real browser, and checks each state of the job page with axe. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.jobs.running=1")
class JobPagesIT {

    private static final AtomicInteger SEEDS = new AtomicInteger();

    private static Playwright playwright;

    private static Browser browser;

    private final MemoryRegistry registry = new MemoryRegistry();

    private final CountDownLatch open = new CountDownLatch(1);

    /** The service knows the layers of earlier tests. */
    private final int seed = SEEDS.getAndAdd(10);

    private final String first = this.registry.push("team/shop", "1.4", image(this.seed + 1));

    private final String second = this.registry.push("team/shop", "1.5", image(this.seed + 2));

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

    @AfterEach
    void closeRegistry() {
        this.open.countDown();
        this.registry.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void namesLeadToProgressAndThenToTheComparison(boolean script) {
        hold();
        try (Page page = home(1200, script)) {
            page.fill("#first", this.first);
            page.fill("#names", this.second);
            page.click("#compare button");
            page.waitForURL("**/jobs/*");
            page.waitForSelector(".steps .running progress[value]");
            assertThat(page.locator(".steps li").allTextContents().getFirst()).contains(this.first, "of 3 layers");
            assertThat(page.locator(".steps .sizes").allTextContents()).hasSize(2)
                    .allMatch(sizes -> sizes.contains("compressed in 3 layers"));
            assertThat(page.locator("[role=status]").textContent()).isEqualTo("Reading image 1 of 2.");
            assertThat(page.locator(".total").textContent()).contains("All images", "of 6 layers");
            assertThat(page.locator(".total progress").getAttribute("value")).isNotNull();
            if (script) {
                Axe.assertSound(page, "job-running");
            }
            this.open.countDown();
            page.waitForURL("**/comparisons/*");
            assertThat(page.locator(".pair-names").textContent()).contains("shop:1.4", "shop:1.5");
        }
    }

    @Test
    void namesAndArchivesAreComparedTogether() {
        try (Page page = home(390, true)) {
            page.fill("#first", this.first);
            page.setInputFiles("#other-archives", new FilePayload("mine.tar", "application/x-tar", PageImages.slim()));
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
            assertThat(page.locator(".pair-names").textContent()).contains(this.first, "app:slim");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void failedJobShowsEachProblemAndFillsTheFormAgain(boolean script) {
        String gone = this.registry.host() + "/team/shop:gone";
        try (Page page = home(1200, script)) {
            page.fill("#first", this.first);
            page.fill("#names", gone + "\n" + this.registry.host() + "/unknown:1");
            page.click("#compare button");
            page.waitForSelector(".steps .failed");
            page.waitForSelector("#first");
            assertThat(page.locator(".steps .failed").count()).isEqualTo(2);
            assertThat(page.locator(".steps .why").first().textContent()).contains("404", "Check the name");
            assertThat(page.inputValue("#first")).isEqualTo(this.first);
            if (script) {
                Axe.assertSound(page, "job-failed");
            }
            page.fill("#names", this.second);
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void jobIsCancelled(boolean script) {
        hold();
        try (Page page = home(1200, script)) {
            page.fill("#first", this.first);
            page.fill("#names", this.second);
            page.click("#compare button");
            page.waitForURL("**/jobs/*");
            page.click("text=Cancel");
            page.waitForSelector("h1:has-text('cancelled')");
            assertThat(page.inputValue("#names")).isEqualTo(this.second);
            if (script) {
                Axe.assertSound(page, "job-cancelled");
            }
        }
    }

    /** One job at a time reads images here, so the second one waits. */
    @Test
    void jobWaitsForTheOneBeforeIt() {
        hold();
        try (Page running = home(1200, true); Page page = home(1200, true)) {
            for (Page each : List.of(running, page)) {
                each.fill("#first", this.first);
                each.fill("#names", this.second);
                each.click("#compare button");
                each.waitForURL("**/jobs/*");
            }
            assertThat(page.locator("[role=status]").textContent()).isEqualTo("The job starts soon.");
            Axe.assertSound(page, "job-waiting");
            this.open.countDown();
            page.waitForURL("**/comparisons/*");
        }
    }

    @Test
    void lostConnectionIsReportedAndThenTheProgressContinues() {
        hold();
        try (Page page = home(1200, true)) {
            page.setDefaultTimeout(40_000);
            page.fill("#first", this.first);
            page.fill("#names", this.second);
            page.click("#compare button");
            page.waitForURL("**/jobs/*");
            page.waitForSelector(".steps .running");
            page.context().setOffline(true);
            page.waitForSelector("[role=status]:has-text('No connection')");
            assertThat(page.locator(".steps li").count()).isEqualTo(2);
            page.context().setOffline(false);
            page.waitForSelector("[role=status]:has-text('Reading image 1 of 2')");
            this.open.countDown();
            page.waitForURL("**/comparisons/*");
        }
    }

    @Test
    void invalidNameIsReportedBesideTheForm() {
        try (Page page = home(390, true)) {
            page.fill("#first", "../../etc/passwd");
            page.fill("#names", this.second);
            page.click("#compare button");
            page.waitForSelector("#problem:not([hidden])");
            assertThat(page.locator("#problem").textContent()).contains("../../etc/passwd", "REPOSITORY");
            Axe.assertSound(page, "form-invalid");
        }
    }

    @Test
    void emptyFormIsNotSent() {
        try (Page page = home(1200, true)) {
            page.click("#compare button");
            assertThat(page.locator("#problem").textContent()).contains("one image or more");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aSingleNameLeadsToItsPage(boolean script) {
        try (Page page = home(1200, script)) {
            page.fill("#first", this.first);
            assertThat(page.locator("#compare .main").textContent()).isEqualTo(script ? "Show" : "Compare");
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
            assertThat(page.locator("h1").textContent()).contains("shop:1.4", "in 3 layers");
            if (script) {
                Axe.assertSound(page, "one-image");
            }
        }
    }

    /** Writes the first half of each layer, and the rest once {@link #open} is. */
    private void hold() {
        this.registry.pace((_, content, out) -> {
            out.write(content, 0, content.length / 2);
            out.flush();
            try {
                this.open.await();
            } catch (InterruptedException ex) {
                throw new IOException(ex);
            }
            out.write(content, content.length / 2, content.length - content.length / 2);
        });
    }

    private Page home(int width, boolean script) {
        Page page = browser
                .newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script).setViewportSize(width, 900))
                .newPage();
        page.setDefaultTimeout(10_000);
        page.navigate("http://127.0.0.1:" + this.port + "/");
        return page;
    }

    private static ImageBuilder image(int seed) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("bin/sh", noise(seed / 10, 900_000), 0755))
                .layer(layer -> layer.file("lib/libc.so.6", noise(-1 - seed / 10, 2_000_000)))
                .layer(layer -> layer.file("app/application", noise(seed, 400_000), 0755));
    }

    private static byte[] noise(int seed, int size) {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    /** The registry of this test is on a loopback address, which the service does not reach. */
    @TestConfiguration
    static class Reach {

        @Bean
        @Primary
        NamedImages reachable() {
            return new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of());
        }
    }
}
