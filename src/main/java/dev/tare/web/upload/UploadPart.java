package dev.tare.web.upload;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/**
 * A part of an upload.
 *
 * @param name     of the form's field
 * @param fileName as sent, or {@code null} if this is not a file
 * @param content  must be read before the next part is requested
 */
record UploadPart(String name, @Nullable String fileName, InputStream content) {

    private static final int TEXT_SIZE = 1024;

    private static final int LINES_SIZE = 64 << 10;

    private static final int NAME_LENGTH = 255;

    /** Whether this is a file input without a selected file. */
    boolean isEmptyInput() {
        return this.fileName != null && this.fileName.isEmpty();
    }

    /** The file's name without folders, or the fallback if it has none. */
    String displayName(String fallback) {
        String given = this.fileName == null ? fallback : this.fileName;
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        if (last.length() > NAME_LENGTH) {
            throw UploadException.malformed("The name of a file has " + last.length() + " characters, more than "
                    + NAME_LENGTH + ". Rename it.");
        }
        return printable(last.isBlank() ? fallback : last);
    }

    /** The content of a field that is not a file. */
    String text() throws IOException {
        return printable(raw(TEXT_SIZE)).strip();
    }

    /** The content of a field that may have several lines. */
    String lines() throws IOException {
        return raw(LINES_SIZE).lines().map(UploadPart::printable).collect(joining("\n"));
    }

    private String raw(int size) throws IOException {
        byte[] bytes = this.content.readNBytes(size + 1);
        if (bytes.length > size) {
            throw UploadException.malformed("The field \"" + printable(this.name) + "\" has more than " + size
                    + " bytes.");
        }
        return new String(bytes, UTF_8);
    }

    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
