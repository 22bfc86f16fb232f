package dev.tare.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;

/** Writes bodies of one type, each in the format that the response states or the client accepts. */
abstract class FormatConverter<T> extends WriteOnlyConverter<T> {

    private final Map<MediaType, Function<T, byte[]>> formats;

    /** @param formats the preferred one first */
    FormatConverter(Class<T> type, Map<MediaType, Function<T, byte[]>> formats) {
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

    /** Renders the body before the response begins, so that a failure still becomes a problem detail. */
    @Override
    protected void writeInternal(T body, HttpOutputMessage message) throws IOException {
        MediaType stated = message.getHeaders().getContentType();
        byte[] bytes = this.formats.entrySet()
                .stream()
                .filter(format -> format.getKey().isCompatibleWith(stated))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no format for " + stated))
                .getValue()
                .apply(body);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }
}
