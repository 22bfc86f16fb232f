package dev.tare.report.json;

import java.io.IOException;
import java.io.Writer;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.VisibleJson;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON: the facts in the order of their declaration, with {@code null} for unknown values. The output is
 * ASCII, so that no name in an image can move a terminal's cursor or break the encoding.
 */
public final class JsonReport {

    private static final JsonMapper MAPPER = JsonMapper.builder(VisibleJson.factory())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .addModule(new MaskedTexts())
            .build();

    private JsonReport() {}

    /** The number of characters of a part of a report as JSON, as an estimate of its size. */
    public static long length(Object part) {
        CharacterCount count = new CharacterCount();
        MAPPER.writeValue(count, part);
        return count.characters;
    }

    /** Writes a comparison. */
    public static void write(ComparisonReport report, Writer out) throws IOException {
        writeLine(report, out);
    }

    /** Writes an inspection. */
    public static void write(InspectionReport report, Writer out) throws IOException {
        writeLine(report, out);
    }

    /** Writes the reports of several platforms. */
    public static void write(PlatformReports<?> reports, Writer out) throws IOException {
        writeLine(reports, out);
    }

    /** Writes other facts than reports: records. */
    public static void writeFacts(Object facts, Writer out) throws IOException {
        writeLine(facts, out);
    }

    private static void writeLine(Object report, Writer out) throws IOException {
        try {
            MAPPER.writeValue(out, report);
        } catch (JacksonIOException ex) {
            throw ex.getCause();
        }
        out.write('\n');
    }

    /** Counts what it does not store. */
    private static final class CharacterCount extends Writer {

        private long characters;

        @Override
        public void write(char[] text, int offset, int length) {
            this.characters += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
