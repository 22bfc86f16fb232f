package dev.tare.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** Reads text line by line. The end of an overlong line is left out. */
public final class BoundedLines {

    private static final int MAX_LINE = 64 * 1024;

    private static final int BUFFER_SIZE = 16 * 1024;

    private final InputStream in;

    private final byte[] buffer = new byte[BUFFER_SIZE];

    private int at;

    private int end;

    private boolean endsInLine;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public BoundedLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, or {@code null} after the last. */
    @Nullable
    public String next() throws IOException {
        this.line.reset();
        if (!hasMore()) {
            return null;
        }
        boolean ended = false;
        while (!ended && hasMore()) {
            int from = this.at;
            while (this.at < this.end && this.buffer[this.at] != '\n') {
                this.at++;
            }
            this.line.write(this.buffer, from, Math.min(this.at - from, MAX_LINE - this.line.size()));
            ended = this.at < this.end;
            this.at += ended ? 1 : 0;
        }
        this.endsInLine = !ended;
        return this.line.toString(StandardCharsets.UTF_8);
    }

    /** Whether the end of the last line is missing, as in a file that was cut. */
    boolean endsInLine() {
        return this.endsInLine;
    }

    private boolean hasMore() throws IOException {
        if (this.at == this.end) {
            this.at = 0;
            this.end = Math.max(0, this.in.read(this.buffer));
        }
        return this.at < this.end;
    }
}
