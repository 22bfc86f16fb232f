package dev.tare.load;

import java.util.Arrays;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tare.web.Browsers;

/** The largest contentful paint of a page in Chromium with a cold cache, as the Performance API states it. */
final class Paint {

    private static final String LARGEST = """
            () => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
                .observe({type: 'largest-contentful-paint', buffered: true}))""";

    private Paint() {}

    /** The median in milliseconds. Each visit has a new context of the browser, after one that does not count. */
    static double medianMillis(String address, int visits) {
        double[] times = new double[visits];
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            visit(browser, address);
            for (int i = 0; i < visits; i++) {
                times[i] = visit(browser, address);
            }
        }
        Arrays.sort(times);
        return times[visits / 2];
    }

    private static double visit(Browser browser, String address) {
        try (BrowserContext context = browser.newContext(); Page page = context.newPage()) {
            page.navigate(address);
            return ((Number) page.evaluate(LARGEST)).doubleValue();
        }
    }
}
