package dev.tare.web.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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

    /** Writes a body in one format. */
    @FunctionalInterface
    interface Format<T> {

        void write(T body, OutputStream out) throws IOException;
    }
}
