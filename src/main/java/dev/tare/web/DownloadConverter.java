package dev.tare.web;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends downloads. The response begins with the first full block, so that an earlier failure becomes a problem detail.
 */
@Component
class DownloadConverter extends WriteOnlyConverter<Download> {

    /** The size of a block in bytes. */
    private static final int BLOCK = 1 << 16;

    DownloadConverter() {
        super(Download.class, MediaType.ALL);
    }

    @Override
    protected void writeInternal(Download download, HttpOutputMessage output) throws IOException {
        OutputStream blocks = new BufferedOutputStream(new Body(output), BLOCK);
        Writer writer = new BufferedWriter(new OutputStreamWriter(blocks, StandardCharsets.UTF_8));
        download.write(writer);
        writer.flush();
    }

    /** Opens the body when it is written. */
    private static final class Body extends OutputStream {

        private final HttpOutputMessage message;

        private Body(HttpOutputMessage message) {
            this.message = message;
        }

        @Override
        public void write(int value) throws IOException {
            this.message.getBody().write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            this.message.getBody().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            this.message.getBody().flush();
        }
    }
}
