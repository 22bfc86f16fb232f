package dev.tare.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes bodies of one type, each in the format that the response states or the client accepts. */
abstract class FormatConverter<T> extends AbstractHttpMessageConverter<T> {

    private final Class<T> type;

    private final Map<MediaType, Function<T, byte[]>> formats;

    /** @param formats the preferred one first */
    FormatConverter(Class<T> type, Map<MediaType, Function<T, byte[]>> formats) {
        super(formats.keySet().toArray(MediaType[]::new));
        this.type = type;
        this.formats = formats;
    }

    /** The type of the bodies. */
    Class<T> type() {
        return this.type;
    }

    @Override
    protected boolean supports(Class<?> body) {
        return body == this.type;
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected T readInternal(Class<? extends T> body, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A body of this type is only written", message);
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
