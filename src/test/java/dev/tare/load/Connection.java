package dev.tare.load;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Sends the same request again and again over HTTP/1.1 and keeps the connection alive. It does little more than to count
 * the bytes of the answers, because it shares the processors with the server.
 */
final class Connection implements Closeable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final int port;

    private final byte[] request;

    private final byte[] buffer = new byte[1 << 16];

    private int position;

    private int limit;

    private @Nullable Socket socket;

    /** @param port of the server on this machine */
    Connection(int port, Request request) {
        this.port = port;
        this.request = ("GET " + request.path() + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
                + request.headers().stream().map(line -> line + "\r\n").reduce("", String::concat) + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends the request and reads the answer to its end. Connects again if the server closed the connection. */
    Answer exchange() throws IOException {
        Socket open = connected();
        open.getOutputStream().write(this.request);
        InputStream in = open.getInputStream();
        int status = Integer.parseInt(line(in).substring(STATUS_AT, STATUS_AT + 3));
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (isHeader(header, "Content-Length")) {
                length = Long.parseLong(value(header));
            } else if (isHeader(header, "Transfer-Encoding")) {
                chunked = true;
            } else if (isHeader(header, "Connection")) {
                last = value(header).equalsIgnoreCase("close");
            }
        }
        long bytes = chunked ? chunks(in) : skip(in, length);
        if (last) {
            close();
        }
        return new Answer(status, bytes);
    }

    private Socket connected() throws IOException {
        Socket known = this.socket;
        if (known != null) {
            return known;
        }
        Socket created = new Socket();
        this.socket = created;
        this.position = 0;
        this.limit = 0;
        created.setTcpNoDelay(true);
        created.setSoTimeout(TIMEOUT_MILLIS);
        created.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), TIMEOUT_MILLIS);
        return created;
    }

    private long chunks(InputStream in) throws IOException {
        long bytes = 0;
        for (int size = size(in); size > 0; size = size(in)) {
            bytes += skip(in, size);
            line(in);
        }
        line(in);
        return bytes;
    }

    private int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private long skip(InputStream in, long bytes) throws IOException {
        for (long left = bytes; left > 0;) {
            fill(in);
            int count = (int) Math.min(left, this.limit - this.position);
            this.position += count;
            left -= count;
        }
        return bytes;
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            fill(in);
            byte next = this.buffer[this.position++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    private void fill(InputStream in) throws IOException {
        if (this.position == this.limit) {
            this.position = 0;
            this.limit = in.read(this.buffer);
            if (this.limit < 0) {
                this.limit = 0;
                throw new EOFException("The server ended the answer early");
            }
        }
    }

    @Override
    public void close() throws IOException {
        Socket open = this.socket;
        this.socket = null;
        if (open != null) {
            open.close();
        }
    }

    private static boolean isHeader(String line, String name) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }

    /** @param bytes of the body as it was sent, so compressed if the answer is */
    record Answer(int status, long bytes) {}
}
