package dev.tare.report.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.report.document.CsvCell;
import dev.tare.report.document.VisibleJson;
import dev.tare.report.document.VisibleText;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

import static java.util.stream.Collectors.joining;

/** The formats of tables with any number of rows. Rows are written one after the other. */
public enum TableFormat {

    /** Comma-separated values of RFC 4180, with the names of the columns as the first row. No spreadsheet runs a cell. */
    CSV("csv", "text/csv") {

        @Override
        public void write(Table table, Writer out) throws IOException {
            table.writeTo(cells -> out.write(
                    Stream.of(cells).map(TableFormat::cell).collect(joining(",", "", CsvCell.LINE_END))));
        }
    },

    /** An array with an object for each row. The names of the columns are the names of its members. */
    JSON("json", "application/json") {

        @Override
        public void write(Table table, Writer out) throws IOException {
            try {
                JsonRows rows = new JsonRows(out);
                table.writeTo(rows);
                rows.end();
            } catch (JacksonIOException ex) {
                throw ex.getCause();
            }
        }
    };

    private final String extension;

    private final String mediaType;

    TableFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The format of files with an extension. */
    public static Optional<TableFormat> ofExtension(String extension) {
        return Stream.of(values()).filter(format -> format.extension.equals(extension)).findFirst();
    }

    /** Without a dot. */
    public String extension() {
        return this.extension;
    }

    /** Without a character set. */
    public String mediaType() {
        return this.mediaType;
    }

    /** Writes a table. */
    public abstract void write(Table table, Writer out) throws IOException;

    /** Numbers are written as they are, and texts with every character visible. */
    private static String cell(@Nullable Object cell) {
        return cell == null ? "" : cell instanceof Number ? cell.toString()
                : CsvCell.of(VisibleText.of(cell.toString()));
    }

    /** Something with rows. The first one has the names of the columns. */
    @FunctionalInterface
    public interface Table {

        /** Writes all rows. */
        void writeTo(Rows rows) throws IOException;
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface Rows {

        /** Writes one more row of numbers and texts, with {@code null} for what is absent. */
        void row(@Nullable Object... cells) throws IOException;
    }

    private static final class JsonRows implements Rows {

        private final JsonGenerator json;

        private @Nullable Object @Nullable [] names;

        private JsonRows(Writer out) {
            this.json = VisibleJson.factory().createGenerator(ObjectWriteContext.empty(), out);
            this.json.writeStartArray();
        }

        @Override
        public void row(@Nullable Object... cells) {
            if (this.names == null) {
                this.names = cells.clone();
                return;
            }
            this.json.writeRaw('\n');
            this.json.writeStartObject();
            for (int i = 0; i < cells.length; i++) {
                this.json.writeName(String.valueOf(this.names[i]));
                value(cells[i]);
            }
            this.json.writeEndObject();
        }

        private void value(@Nullable Object cell) {
            switch (cell) {
                case null -> this.json.writeNull();
                case Number number -> this.json.writeNumber(number.longValue());
                default -> this.json.writeString(Redaction.tokens(cell.toString()));
            }
        }

        /** Leaves the writer open. */
        private void end() {
            this.json.writeRaw('\n');
            this.json.writeEndArray();
            this.json.writeRaw('\n');
            this.json.flush();
        }
    }
}
