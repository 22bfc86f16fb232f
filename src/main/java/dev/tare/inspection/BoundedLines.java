package dev.tare.inspection;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Reads text line by line; of a longer line than any that matters, the rest is left out. */
final class BoundedLines {

    private static final int MAX_LINE = 64 * 1024;

    private static final int BUFFER_SIZE = 64 * 1024;

    private final InputStream in;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER_SIZE);
    }

    /** The next line without its end, or {@code null} after the last. */
    @Nullable
    String next() throws IOException {
        this.line.reset();
        int value = this.in.read();
        if (value < 0) {
            return null;
        }
        for (; value >= 0 && value != '\n'; value = this.in.read()) {
            if (this.line.size() < MAX_LINE) {
                this.line.write(value);
            }
        }
        return this.line.toString(StandardCharsets.UTF_8);
    }
}
