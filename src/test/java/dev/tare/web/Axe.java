package dev.tare.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks pages with axe in each theme and width, and stores pictures of them. */
final class Axe {

    private static final Path PICTURES = Path.of("target", "screenshots");

    /** The violations that axe finds, with the elements. */
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
              .flatMap(found => found.nodes.map(node => found.id + ': ' + node.html + ' ' + node.failureSummary))""";

    private Axe() {}

    /** Asserts that a page has no violation and does not scroll sideways, also if everything on demand is open. */
    static void assertSound(Page page, String name) {
        page.evaluate(script());
        for (int width : new int[] { 1200, 390, 320 }) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String state = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                        .setPath(PICTURES.resolve(state + ".png")));
                List<?> open = (List<?>) page.evaluate(
                        """
                        () => [...document.querySelectorAll('details')].map(d => { const o = d.open; d.open = true; return o; })""");
                assertThat((List<?>) page.evaluate(VIOLATIONS)).as(state).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth")).as(state).isEqualTo(width);
                page.evaluate("open => document.querySelectorAll('details').forEach((d, i) => d.open = open[i])", open);
            }
        }
    }

    private static String script() {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:META-INF/resources/webjars/axe-core/*/axe.min.js")[0]
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
