package dev.tare.report.sbom;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.report.document.VisibleJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import static java.util.stream.Collectors.joining;

/**
 * The formats for an image's complete bill of materials: packages of the system and of languages, jars and Java
 * runtimes. The same image always has the same document, so its time is that of the image. It is streamed and never in
 * memory as a whole. A new format is a new constant.
 */
public enum SbomFormat {

    CYCLONEDX(SbomFormat.CYCLONEDX_TYPE, ".cdx.json", CycloneDxWriter::write),

    SPDX(SbomFormat.SPDX_TYPE, ".spdx.json", SpdxWriter::write);

    /** The media type of CycloneDX as JSON. */
    public static final String CYCLONEDX_TYPE = "application/vnd.cyclonedx+json";

    /** The media type of SPDX as JSON. */
    public static final String SPDX_TYPE = "application/spdx+json";

    private static final JsonFactory JSON = VisibleJson.factory();

    private final String mediaType;

    private final String extension;

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final DocumentWriter writer;

    SbomFormat(String mediaType, String extension, DocumentWriter writer) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.writer = writer;
    }

    /**
     * Parses the name of a format, in any case.
     *
     * @throws InvalidValueException if the value is invalid
     */
    public static SbomFormat parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text,
                        "one of " + Stream.of(values()).map(SbomFormat::toString).collect(joining(", "))));
    }

    public String mediaType() {
        return this.mediaType;
    }

    /** The usual end of file names, such as {@code .spdx.json}. */
    public String extension() {
        return this.extension;
    }

    /** Writes an image's bill of materials in ASCII. The writer stays open. */
    public void write(Inspection inspection, Writer writer) throws IOException {
        try {
            JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), writer);
            this.writer.write(new ComponentTree(inspection), json);
            json.flush();
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        }
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    private interface DocumentWriter {

        void write(ComponentTree components, JsonGenerator json);
    }
}
