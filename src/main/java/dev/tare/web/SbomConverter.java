package dev.tare.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import dev.tare.report.Sbom;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes bills of materials into answers as they are made, since those of large images are large. */
@Component
class SbomConverter extends AbstractHttpMessageConverter<SbomAnswer> {

    SbomConverter() {
        super(MediaType.valueOf(Sbom.MEDIA_TYPE));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == SbomAnswer.class;
    }

    @Override
    protected void writeInternal(SbomAnswer answer, HttpOutputMessage message) throws IOException {
        Writer writer = new OutputStreamWriter(message.getBody(), StandardCharsets.US_ASCII);
        Sbom.write(answer.inspection(), writer);
        writer.flush();
    }

    @Override
    protected SbomAnswer readInternal(Class<? extends SbomAnswer> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("A bill of materials is only written", message);
    }
}
