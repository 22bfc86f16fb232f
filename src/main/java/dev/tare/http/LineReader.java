package dev.tare.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads lines that end with a line feed, usually after a carriage return, up to a total size. */
final class LineReader {

    private static final String START = "HTTP/";

    private final InputStream in;

    private final int max;

    private int read;

    LineReader(InputStream in, int max) {
        this.in = in;
        this.max = max;
    }

    /** The line with the status. Something else may have no line at all, so its first bytes decide. */
    String first() throws IOException {
        for (int i = 0; i < START.length(); i++) {
            if (nextByte() != START.charAt(i)) {
                throw new NotHttpException();
            }
        }
        return START + next();
    }

    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = nextByte(); next != '\n'; next = nextByte()) {
            line.append((char) next);
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    private int nextByte() throws IOException {
        int next = this.in.read();
        if (next < 0) {
            throw new EOFException("it closes the connection before the end of its answer");
        }
        if (++this.read > this.max) {
            throw new ProtocolException("its answer has lines of more than " + this.max + " bytes");
        }
        return next;
    }
}
