package dev.tare.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import dev.tare.web.upload.BadArchives;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Opens the pages in a real browser, and stores pictures of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesIT {

    private static final Path PICTURES = Path.of("target", "tare");

    private static final String DROP = """
            (zone, files) => {
              const transfer = new DataTransfer();
              for (const [name, content] of files) {
                const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
                transfer.items.add(new File([bytes], name));
              }
              zone.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
            }""";

    /** The texts whose contrast with their background is below level AA of the WCAG. */
    private static final String PALE_TEXTS = """
            () => {
              const channels = color => color.match(/[\\d.]+/g).map(Number);
              const linear = c => c <= 0.04045 * 255 ? c / 255 / 12.92 : Math.pow((c / 255 + 0.055) / 1.055, 2.4);
              const luminance = c => 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
              const ground = e => {
                for (; e; e = e.parentElement) {
                  const c = channels(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return c;
                }
                return [255, 255, 255];
              };
              const contrast = e => {
                const a = luminance(channels(getComputedStyle(e).color)), b = luminance(ground(e));
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              };
              return [...document.querySelectorAll('body :not(svg *, script)')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .filter(e => e.checkVisibility() && contrast(e) < 4.5)
                .map(e => e.tagName + '.' + e.className + ' ' + contrast(e).toFixed(2) + ' ' + e.textContent.trim());
            }""";

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
    void droppedArchivesAreCompared() {
        try (Page page = home(ColorScheme.LIGHT, 1200, true)) {
            page.locator(".drop")
                    .first()
                    .evaluate(DROP, List.of(List.of("slim.tar", encoded(PageImages.slim())),
                            List.of("distroless.tar", encoded(PageImages.distroless()))));
            assertThat(page.locator("#status").textContent()).startsWith("2 archives");
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
            assertThat(page.locator(".pair-names").textContent()).contains("app:slim", "app:distroless");
            assertThat(page.locator("h1").textContent()).startsWith("app:distroless is").contains("lighter");
        }
    }

    @Test
    void barsHaveBaseAndApplicationOfEachImageAndSwitchToCompressedSizesWithoutScript() {
        try (Page page = home(ColorScheme.LIGHT, 1200, false)) {
            compare(page);
            assertThat(page.locator(".bars rect.base:visible").count()).isEqualTo(2);
            assertThat(page.locator(".bars rect.app:visible").count()).isEqualTo(2);
            String plain = page.locator(".bars:visible").textContent();
            page.locator("label[for=bars-compressed]").click();
            assertThat(page.locator(".bars:visible").count()).isEqualTo(1);
            assertThat(page.locator(".bars:visible").textContent()).isNotEqualTo(plain);
        }
    }

    @Test
    void linkToASectionOpensIt() {
        try (Page page = comparison(ColorScheme.LIGHT, 1200)) {
            page.locator(".sections").getByText("Configuration").click();
            assertThat(page.locator("#config").isVisible()).isTrue();
            assertThat(page.locator("#surface").isVisible()).isFalse();
        }
    }

    @Test
    void packagesAreFilteredWithoutScript() {
        try (Page page = home(ColorScheme.LIGHT, 1200, false)) {
            compare(page);
            page.locator("summary:has-text('Packages and libraries')").click();
            page.fill(".software input[type=search]", "BAS");
            page.selectOption(".software select[name=sort]", "name");
            page.click(".software button");
            page.waitForURL("**text=BAS**");
            assertThat(page.locator("#packages tbody tr:visible th code").allTextContents()).containsExactly("bash");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 3, 6 })
    void imagesHaveAColumnEach(int images) {
        try (Page page = home(ColorScheme.LIGHT, 1200, true)) {
            page.setInputFiles("#first-archive", file("0.tar", PageImages.slim()));
            page.setInputFiles("#other-archives", IntStream.range(1, images)
                    .mapToObj(i -> file(i + ".tar", i % 2 == 0 ? PageImages.slim() : PageImages.distroless()))
                    .toArray(FilePayload[]::new));
            page.click("#compare button");
            page.waitForURL("**/comparisons/*");
            assertThat(page.locator(".figures thead th").allTextContents()).hasSizeGreaterThanOrEqualTo(images);
            assertThat(page.locator("#checks .ck li").first().locator(".v").count()).isEqualTo(images);
            assertThat(page.locator(".bars:visible svg").count()).isEqualTo(images);
            page.selectOption("select[name=to]", "2");
            page.click(".pair button");
            page.waitForURL("**to=2**");
            assertThat(page.locator(".wf .tot").last().textContent()).startsWith("C");
            Axe.assertSound(page, "images-" + images);
        }
    }

    @Test
    void imageIsShownAloneByItsName() {
        try (Page page = comparison(ColorScheme.LIGHT, 1200)) {
            page.click(".pair-names a.tag >> nth=1");
            page.waitForURL("**from=1&to=1");
            assertThat(page.locator("h1").textContent()).startsWith("app:distroless is ").contains("layers");
            assertThat(page.locator("main").textContent()).doesNotContain("lighter", "only in A");
            Axe.assertSound(page, "image");
            page.click("text=Compare");
            page.waitForURL("**from=0&to=1");
        }
    }

    /** Paper is light, and has neither controls nor folded sections. */
    @Test
    void printedPageHasNoControls() {
        try (Page page = comparison(ColorScheme.DARK, 1200)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(252, 252, 250)");
            assertThat(page.locator("button:visible, input:visible, select:visible, nav:visible").count()).isZero();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "print.png")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1200, 768, 390, 320 })
    void drawingsAreWhole(int width) {
        try (Page page = comparison(ColorScheme.LIGHT, width)) {
            assertThat(page.locator(".bars:visible svg").count()).isEqualTo(2);
            assertThat(page.evaluate("[...document.querySelectorAll('main svg')].filter(e => e.checkVisibility())"
                    + ".every(e => e.getBoundingClientRect().right <= document.documentElement.clientWidth)"))
                    .isEqualTo(true);
        }
    }

    @Test
    void rowOfTheDifferenceOpensByKeyboardToItsParts() {
        try (Page page = comparison(ColorScheme.LIGHT, 1200)) {
            page.locator("#overview summary").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#overview details[open] table").first().isVisible()).isTrue();
        }
    }

    @Test
    void themeIsKeptOnTheNextPage() {
        try (Page page = comparison(ColorScheme.LIGHT, 1200)) {
            Object light = page.evaluate("getComputedStyle(document.body).backgroundColor");
            page.click(".theme button[value=dark]");
            Object dark = page.evaluate("getComputedStyle(document.body).backgroundColor");
            assertThat(dark).isNotEqualTo(light);
            page.navigate("http://127.0.0.1:" + this.port + "/");
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo(dark);
        }
    }

    @Test
    void everythingWorksWithoutScript() {
        try (Page page = home(ColorScheme.LIGHT, 1200, false)) {
            compare(page);
            page.locator("summary").first().click();
            assertThat(page.locator("details[open]").count()).isEqualTo(1);
            page.click("text=Swap");
            page.waitForURL("**from=1&to=0");
            assertThat(page.locator("h1").textContent()).startsWith("app:slim is").contains("heavier");
            assertThat(page.locator("#surface").textContent()).contains("/bin/sh");
        }
    }

    @Test
    void invalidArchiveIsReportedInPlaceWithScriptAndOnAPageWithout() {
        try (Page page = home(ColorScheme.LIGHT, 1200, true)) {
            choose(page, "no archive".getBytes(), BadArchives.good());
            page.click("#compare button");
            page.waitForSelector("#problem:not([hidden])");
            assertThat(page.locator("#problem").textContent()).contains("first.tar").contains("not a tar archive");
            assertThat(page.locator("#compare button").isEnabled()).isTrue();
        }
        try (Page page = home(ColorScheme.LIGHT, 1200, false)) {
            choose(page, "no archive".getBytes(), BadArchives.good());
            page.click("#compare button");
            assertThat(page.locator("main").textContent()).contains("422").contains("first.tar");
        }
    }

    @ParameterizedTest
    @EnumSource(names = { "LIGHT", "DARK" })
    void textsAreReadable(ColorScheme scheme) {
        try (Page page = home(scheme, 1200, true)) {
            assertThat((List<?>) page.evaluate(PALE_TEXTS)).isEmpty();
        }
        try (Page page = comparison(scheme, 1200)) {
            openAll(page);
            assertThat((List<?>) page.evaluate(PALE_TEXTS)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1200, 768, 360 })
    void onlyTablesScrollSideways(int width) {
        try (Page page = comparison(ColorScheme.LIGHT, width)) {
            openAll(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void pageIsSoundForAssistiveTechnology() {
        try (Page page = comparison(ColorScheme.LIGHT, 1200)) {
            assertThat(page.evaluate("[...document.querySelectorAll('table')].filter(t => !t.caption).length"))
                    .isEqualTo(0);
            assertThat(page.evaluate(
                    "[...document.querySelectorAll('select, input:not([type=hidden])')].filter(i => !i.labels.length)"
                            + ".length"))
                    .isEqualTo(0);
            assertThat(page.locator("h1").count()).isEqualTo(1);
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        }
    }

    @ParameterizedTest
    @CsvSource({ "LIGHT,1200", "DARK,1200", "LIGHT,390" })
    void picturesAreKept(ColorScheme scheme, int width) {
        try (Page page = comparison(scheme, width)) {
            String name = "page-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
            byte[] picture = page
                    .screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
            assertThat(picture).hasSizeGreaterThan(10_000);
        }
    }

    private Page home(ColorScheme scheme, int width, boolean script) {
        return open("/", scheme, width, script);
    }

    /** The page of a comparison that another page has started. */
    private Page comparison(ColorScheme scheme, int width) {
        if (comparison == null) {
            try (Page page = home(ColorScheme.LIGHT, 1200, true)) {
                compare(page);
                comparison = URI.create(page.url()).getPath();
            }
        }
        return open(comparison, scheme, width, true);
    }

    private Page open(String path, ColorScheme scheme, int width, boolean script) {
        Page page = browser.newPage(new Browser.NewPageOptions().setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script));
        page.setDefaultTimeout(60_000);
        page.onConsoleMessage(message -> assertThat(message.text()).as("console").doesNotContain("Security Policy"));
        page.navigate("http://127.0.0.1:" + this.port + path);
        return page;
    }

    private static void compare(Page page) {
        choose(page, PageImages.slim(), PageImages.distroless());
        page.click("#compare button");
        page.waitForURL("**/comparisons/*");
    }

    private static void choose(Page page, byte[] reference, byte[] other) {
        page.setInputFiles("#first-archive", file("first.tar", reference));
        page.setInputFiles("#other-archives", file("second.tar", other));
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "application/x-tar", content);
    }

    private static void openAll(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private static String encoded(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }
}
