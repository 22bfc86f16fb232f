package dev.tare.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The typeface of Tare. On Linux, Java's font system asks fontconfig for the fonts of the machine, and fails on
 * machines without fonts, such as small images. A configuration without fonts prevents the request.
 */
final class ChartFont {

    private static final String RESOURCE = "/fonts/chart.ttf";

    private static final String CONFIGURATION = "/fonts/fontconfig.properties";

    private static final String CONFIGURATION_PROPERTY = "sun.awt.fontconfig";

    private static @Nullable Font font;

    private ChartFont() {}

    /** The same font each time. After a failure, the next call tries again. */
    static synchronized Font get() {
        Font loaded = font == null ? load() : font;
        font = loaded;
        return loaded;
    }

    private static Font load() {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
        try {
            return needsConfiguration() ? loadConfigured() : read();
        } catch (IOException ex) {
            throw new UncheckedIOException("The chart's typeface cannot be read. A writable temporary folder is "
                    + "needed for it: set java.io.tmpdir to one.", ex);
        }
    }

    private static boolean needsConfiguration() {
        return System.getProperty(CONFIGURATION_PROPERTY) == null
                && System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** The font system reads its configuration once. Afterwards the file and the property are not needed. */
    private static Font loadConfigured() throws IOException {
        Path configuration = Files.createTempFile(temporaryFolder(), "tare-fonts", ".properties");
        try (InputStream content = resource(CONFIGURATION)) {
            Files.write(configuration, content.readAllBytes());
            System.setProperty(CONFIGURATION_PROPERTY, configuration.toString());
            Font font = read();
            font.canDisplay('0');
            return font;
        } finally {
            System.clearProperty(CONFIGURATION_PROPERTY);
            Files.delete(configuration);
        }
    }

    /**
     * Java reads the file as long as it uses the font. From a stream it would write a separate file, always in the
     * folder that was configured at the start of Java.
     */
    private static Font read() throws IOException {
        File file = Files.createTempFile(temporaryFolder(), "tare-font", ".ttf").toFile();
        file.deleteOnExit();
        try (InputStream content = resource(RESOURCE)) {
            Files.copy(content, file.toPath(), StandardCopyOption.REPLACE_EXISTING);
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException ex) {
            throw new IOException(RESOURCE + " is no TrueType font", ex);
        }
    }

    private static Path temporaryFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static InputStream resource(String name) throws IOException {
        InputStream content = ChartFont.class.getResourceAsStream(name);
        if (content == null) {
            throw new IOException("The class path has no " + name
                    + ", which the build puts there: build with ./mvnw package");
        }
        return content;
    }
}
