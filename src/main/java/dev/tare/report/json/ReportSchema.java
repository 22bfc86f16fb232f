package dev.tare.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema of reports, a file on the class path.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class ReportSchema {

    /** The media type of a JSON Schema. */
    public static final String MEDIA_TYPE = "application/schema+json";

    private static final String RESOURCE = "/schema/report.json";

    private static final String PLATFORMS = "/schema/platforms.json";

    private static final String SIZES = "/schema/sizes.json";

    private static final String BASE_CHECK = "/schema/base-check.json";

    private static final String WHY = "/schema/why.json";

    private ReportSchema() {}

    /** The schema of a report as text. */
    public static String read() {
        return read(RESOURCE);
    }

    /** The schema of {@link PlatformReports} as text. It refers to that of a report. */
    public static String ofPlatforms() {
        return read(PLATFORMS);
    }

    /** The schema of reports of sizes as text. */
    public static String ofSizes() {
        return read(SIZES);
    }

    /** The schema of checks of base images as text. */
    public static String ofBaseCheck() {
        return read(BASE_CHECK);
    }

    /** The schema of the answers of {@code tare why} as text. */
    public static String ofReasons() {
        return read(WHY);
    }

    private static String read(String resource) {
        try (InputStream content = ReportSchema.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("The class path has no " + resource);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(resource + " cannot be read", ex);
        }
    }
}
