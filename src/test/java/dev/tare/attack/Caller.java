package dev.tare.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Sends requests from one address of this machine, each over its own connection. Closing ends all connections. */
final class Caller implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final InetAddress source;

    private final int port;

    private final Duration patience;

    /** Headers of all requests. */
    private final Map<String, String> headers;

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /**
     * @param source   the address of the client: on Linux, every address 127.x.x.x belongs to the machine
     * @param port     the port of the service
     * @param patience maximum time without a byte of an answer
     */
    Caller(String source, int port, Duration patience) throws IOException {
        this(source, port, patience, Map.of());
    }

    private Caller(String source, int port, Duration patience, Map<String, String> headers) throws IOException {
        this.source = InetAddress.getByName(source);
        this.port = port;
        this.patience = patience;
        this.headers = headers;
    }

    /** Sends the requests of a client through the trusted proxy. */
    static Caller throughProxy(String client, int port, Duration patience) throws IOException {
        return new Caller(ServiceProcess.PROXY, port, patience, Map.of("X-Forwarded-For", client));
    }

    Socket connect() throws IOException {
        return connect(0);
    }

    /** Opens a connection with a receive buffer of this many bytes. 0 selects the default. */
    @SuppressWarnings("AddressSelection")
    Socket connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        try {
            this.open.add(socket);
            if (this.closed) {
                throw new IOException("The attack is over");
            }
            if (receiveBuffer > 0) {
                socket.setReceiveBufferSize(receiveBuffer);
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) this.patience.toMillis());
            socket.bind(new InetSocketAddress(this.source, 0));
            socket.connect(new InetSocketAddress(LOOPBACK, this.port), (int) this.patience.toMillis());
            return socket;
        } catch (IOException ex) {
            end(socket);
            throw ex;
        }
    }

    Answer get(String path) throws IOException {
        return get(path, "*/*");
    }

    Answer get(String path, String accept) throws IOException {
        return send("GET", path, Map.of("Accept", accept, "Accept-Encoding", "gzip"), null);
    }

    /** Sends the multipart form of an upload. */
    Answer upload(String path, String contentType, byte[] form) throws IOException {
        return send("POST", path, Map.of("Content-Type", contentType, "Accept", "application/json"), form);
    }

    private Answer send(String method, String path, Map<String, String> headers, byte @Nullable [] body)
            throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        Stream.of(headers, this.headers)
                .forEach(some -> some
                        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n")));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return exchange(head.append("Connection: close\r\n\r\n").toString(), body);
    }

    /** Sends text as it is, and a body, and reads the answer until the service closes the connection. */
    Answer exchange(String text, byte @Nullable [] body) throws IOException {
        Socket socket = connect();
        try {
            try {
                write(socket, text);
                if (body != null) {
                    socket.getOutputStream().write(body);
                }
            } catch (IOException ex) {
                // The service may answer before the end of the body, and close the connection.
            }
            return Answer.read(new BufferedInputStream(socket.getInputStream()));
        } finally {
            end(socket);
        }
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void end(Socket socket) throws IOException {
        this.open.remove(socket);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        this.closed = true;
        for (Socket socket : this.open) {
            end(socket);
        }
    }

    /**
     * The answer of the service.
     *
     * @param head     the status line and the headers
     * @param text     the start of the body
     * @param complete whether the body has its end
     */
    record Answer(int status, String head, String text, boolean complete) {

        private static final int MOST_HEAD = 1 << 16;

        private static final int MOST_TEXT = 1 << 12;

        private static final Pattern DETAIL = Pattern.compile("\"detail\":\"([^\"]*)\"");

        private static final int STATUS_END = "HTTP/1.1 200".length();

        private static final String LAST_CHUNK = "0\r\n\r\n";

        /** Reads an answer, and keeps only its start. */
        private static Answer read(InputStream stream) throws IOException {
            String head = readHead(stream);
            if (head.length() < STATUS_END) {
                throw new IOException("The service closed the connection without an answer");
            }
            byte[] buffer = new byte[1 << 14];
            long bytes = 0;
            StringBuilder text = new StringBuilder();
            String tail = "";
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes += read;
                if (text.length() < MOST_TEXT) {
                    text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                int kept = Math.min(read, LAST_CHUNK.length());
                String ending = new String(buffer, read - kept, kept, StandardCharsets.ISO_8859_1);
                tail = (tail + ending).substring(Math.max(0, tail.length() + kept - LAST_CHUNK.length()));
            }
            String length = header(head, "Content-Length");
            boolean complete = length.isEmpty() ? tail.equals(LAST_CHUNK) : Long.parseLong(length) == bytes;
            return new Answer(Integer.parseInt(head.substring(STATUS_END - 3, STATUS_END)), head, text.toString(),
                    complete);
        }

        private static String readHead(InputStream stream) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int end = 0;
            for (int next = stream.read(); next >= 0 && head.size() < MOST_HEAD; next = stream.read()) {
                head.write(next);
                end = next == '\n' || (next == '\r' && end > 0) ? end + 1 : 0;
                if (end == 3) {
                    break;
                }
            }
            return head.toString(StandardCharsets.ISO_8859_1);
        }

        /** The detail of a problem, or {@code ""}. */
        String detail() {
            Matcher detail = DETAIL.matcher(this.text);
            return detail.find() ? detail.group(1) : "";
        }

        /** The value of a header, or {@code ""}. */
        String header(String name) {
            return header(this.head, name);
        }

        private static String header(String head, String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
