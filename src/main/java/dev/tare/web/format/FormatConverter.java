package dev.tare.web.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.report.output.ReportFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;

/** Writes bodies of one type, each in the format that the response states or the client accepts. */
abstract class FormatConverter<T> extends WriteOnlyConverter<T> {

    private final Map<MediaType, Format<T>> formats;

    /** @param formats the preferred one first */
    FormatConverter(Class<T> type, Map<MediaType, Format<T>> formats) {
        super(type, formats.keySet().toArray(MediaType[]::new));
        this.formats = formats;
    }

    /** States the character set of text. JSON is UTF-8 by its specification. */
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, T body, @Nullable MediaType contentType)
            throws IOException {
        super.addDefaultHeaders(headers, body, contentType);
        MediaType stated = headers.getContentType();
        if (stated != null && stated.getType().equals("text")) {
            headers.setContentType(new MediaType(stated, StandardCharsets.UTF_8));
        }
    }

    @Override
    protected void writeInternal(T body, HttpOutputMessage message) throws IOException {
        MediaType stated = message.getHeaders().getContentType();
        LateBody out = new LateBody(message);
        this.formats.entrySet()
                .stream()
                .filter(format -> format.getKey().isCompatibleWith(stated))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no format for " + stated))
                .getValue()
                .write(body, out);
        out.finish();
    }

    /** The formats of reports, with JSON as the preferred one. */
    static <T> Map<MediaType, Format<T>> formats(ReportWriter<T> writer) {
        Map<MediaType, Format<T>> formats = new LinkedHashMap<>();
        Stream.concat(Stream.of(ReportFormat.JSON), Stream.of(ReportFormat.values()))
                .forEach(format -> formats.putIfAbsent(MediaType.valueOf(format.mediaType()), (report, out) -> {
                    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    writer.write(format, report, text);
                    text.flush();
                }));
        return formats;
    }

    /** Writes a report in a format. */
    @FunctionalInterface
    interface ReportWriter<T> {

        void write(ReportFormat format, T report, Writer out) throws IOException;
    }

    /** Writes a body in one format. */
    @FunctionalInterface
    interface Format<T> {

        void write(T body, OutputStream out) throws IOException;
    }
}
