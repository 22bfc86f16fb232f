package dev.tare.web.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A multipart form in the form of browsers and curl. */
public final class UploadBody {

    public static final String CONTENT_TYPE = "multipart/form-data; boundary=upload-boundary";

    private static final String BOUNDARY = "--upload-boundary";

    private final List<InputStream> pieces = new ArrayList<>();

    public UploadBody field(String name, String value) {
        return text(BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    public UploadBody archive(String fileName, byte[] content) {
        return archive(fileName, new ByteArrayInputStream(content));
    }

    public UploadBody archive(String fileName, InputStream content) {
        text(BOUNDARY + "\r\nContent-Disposition: form-data; name=\"archive\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/x-tar\r\n\r\n");
        this.pieces.add(content);
        return text("\r\n");
    }

    public UploadBody text(String text) {
        this.pieces.add(new ByteArrayInputStream(text.getBytes(UTF_8)));
        return this;
    }

    /** The whole form, which can be read once. */
    public InputStream stream() {
        text(BOUNDARY + "--\r\n");
        return unfinished();
    }

    /** The form without its last boundary. */
    public InputStream unfinished() {
        return new SequenceInputStream(Collections.enumeration(this.pieces));
    }

    public BodyPublisher publisher() {
        InputStream stream = stream();
        return BodyPublishers.ofInputStream(() -> stream);
    }
}
