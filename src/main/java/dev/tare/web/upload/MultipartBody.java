package dev.tare.web.upload;

import java.io.IOException;
import java.io.InputStream;

import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The parts of a {@code multipart/form-data} body, one by one while they stream in. The servlet container's own parser
 * would store parts on disk or in memory first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartBody {

    private static final int BUFFER_SIZE = 64 << 10;

    private static final int HEADER_SIZE = 4 << 10;

    private static final int BOUNDARY_LENGTH = 70;

    private final MultipartStream stream;

    private @Nullable InputStream current;

    private boolean hasNext = true;

    private MultipartBody(InputStream body, byte[] boundary) {
        this.stream = new MultipartStream(body, boundary, BUFFER_SIZE, null);
        this.stream.setHeaderEncoding("UTF-8");
        this.stream.setPartHeaderSizeMax(HEADER_SIZE);
    }

    /**
     * The next part, or {@code null} after the last. The rest of the previous part is skipped.
     *
     * @throws UploadException if the next bytes are not a part
     */
    @Nullable
    UploadPart next() throws IOException {
        try {
            this.hasNext = this.hasNext && advance();
            return this.hasNext ? part() : null;
        } catch (FileUploadIOException ex) {
            throw UploadException.malformed("The headers of a part have more than " + HEADER_SIZE
                    + " bytes. Give the file a shorter name.");
        } catch (MultipartStream.MalformedStreamException ex) {
            throw UploadException.malformed("The upload cannot be parsed: " + ex.getMessage() + ".");
        }
    }

    private boolean advance() throws IOException {
        if (this.current == null) {
            return this.stream.skipPreamble();
        }
        this.current.close();
        return this.stream.readBoundary();
    }

    private UploadPart part() throws IOException {
        ContentDisposition disposition = disposition(this.stream.readHeaders());
        String name = disposition.getName();
        if (name == null) {
            throw UploadException.malformed("A part of the upload has no name. Name the archives \"archive\".");
        }
        this.current = this.stream.newInputStream();
        return new UploadPart(name, disposition.getFilename(), this.current);
    }

    private static ContentDisposition disposition(String headers) {
        String value = headers.lines()
                .filter(line -> line.regionMatches(true, 0, "content-disposition:", 0, 20))
                .findFirst()
                .map(line -> line.substring(20).strip())
                .orElse("");
        try {
            return ContentDisposition.parse(value);
        } catch (IllegalArgumentException | IndexOutOfBoundsException ex) {
            // Spring's parser throws the second for an unclosed quotation.
            throw UploadException.malformed("A part of the upload has no valid Content-Disposition.");
        }
    }

    /**
     * The parts of a body.
     *
     * @throws UploadException if the content type is not that of a multipart form
     */
    static MultipartBody of(InputStream body, @Nullable MediaType contentType) {
        if (contentType == null || !MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(contentType)) {
            throw UploadException.notMultipart();
        }
        String boundary = unquoted(contentType.getParameter("boundary"));
        if (boundary.isEmpty() || boundary.length() > BOUNDARY_LENGTH) {
            throw UploadException.malformed("The Content-Type has no boundary of 1 to " + BOUNDARY_LENGTH
                    + " characters.");
        }
        return new MultipartBody(body, boundary.getBytes(ISO_8859_1));
    }

    private static String unquoted(@Nullable String parameter) {
        String value = parameter == null ? "" : parameter;
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
