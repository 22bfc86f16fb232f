package dev.tare.web.format;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes bodies of one type. No request has them. */
abstract class WriteOnlyConverter<T> extends AbstractHttpMessageConverter<T> {

    private final Class<T> type;

    WriteOnlyConverter(Class<T> type, MediaType... mediaTypes) {
        super(mediaTypes);
        this.type = type;
    }

    /** The type of the bodies. */
    Class<T> type() {
        return this.type;
    }

    @Override
    protected boolean supports(Class<?> body) {
        return this.type.isAssignableFrom(body);
    }

    @Override
    protected boolean canRead(@Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected T readInternal(Class<? extends T> body, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A body of this type is only written", message);
    }
}
