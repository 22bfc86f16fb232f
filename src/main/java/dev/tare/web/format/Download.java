package dev.tare.web.format;

import java.io.IOException;
import java.io.Writer;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A text that is streamed, because the whole text for a large image would take much memory. */
public interface Download {

    /** Writes the text in UTF-8. */
    void write(Writer writer) throws IOException;

    /** The response, without a body if the method is HEAD. */
    static ResponseEntity<Download> of(HttpMethod method, MediaType type, String fileName, Download text) {
        ContentDisposition disposition = ContentDisposition.attachment().filename(fileName).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(method.equals(HttpMethod.HEAD) ? null : text);
    }
}
