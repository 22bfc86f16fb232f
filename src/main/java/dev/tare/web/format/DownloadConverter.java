package dev.tare.web.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Sends downloads. */
@Component
class DownloadConverter extends WriteOnlyConverter<Download> {

    DownloadConverter() {
        super(Download.class, MediaType.ALL);
    }

    @Override
    protected void writeInternal(Download download, HttpOutputMessage output) throws IOException {
        LateBody body = new LateBody(output);
        Writer writer = new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
        download.write(writer);
        writer.flush();
        body.finish();
    }
}
