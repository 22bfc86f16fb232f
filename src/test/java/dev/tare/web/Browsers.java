package dev.tare.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** Finds the machine's Chromium. Tests never download a browser. */
public final class Browsers {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome-stable",
            "google-chrome");

    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private Browsers() {}

    public static Playwright playwright() {
        return Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    public static Browser launch(Playwright playwright) {
        return playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET));
    }

    private static Path chromium() {
        String given = System.getenv("TARE_CHROMIUM");
        return given == null ? onPath() : Path.of(given);
    }

    private static Path onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser test needs Chromium: install it "
                        + "(apt-get install chromium), or set TARE_CHROMIUM to the path of one. dev/verify does that."));
    }
}
