package dev.tare.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server, for one request at a time. Channels have no timeouts, so a second thread closes a channel that
 * waits too long. Every method that waits throws an {@link IOException} then, and ends if its thread is interrupted. Any
 * thread may close the connection.
 */
public final class HttpConnection implements Closeable {

    /** The addresses of one name that are tried. */
    private static final int MAX_ADDRESSES = 4;

    /** For the heads of answers. Larger reads of a body do not use the buffer. */
    private static final int BUFFER = 16 << 10;

    /** The longest time between two looks at a channel that waits. */
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Deadline deadline;

    private final Thread watchdog = Thread.ofVirtual().unstarted(this::watch);

    private volatile @Nullable SocketChannel channel;

    private volatile boolean closed;

    private InputStream in = InputStream.nullInputStream();

    private OutputStream out = OutputStream.nullOutputStream();

    /** How long one step may wait, in nanoseconds. */
    private volatile long patience;

    /** When the steps must have ended, as {@link System#nanoTime()}; {@code null} for no such time. */
    private volatile @Nullable Long end;

    private volatile boolean waiting;

    private volatile long waitingSince;

    private volatile boolean late;

    private @Nullable HttpAnswer answer;

    /**
     * A connection that is not open yet. The caller closes it.
     *
     * @param patience for each step: connecting, sending, and the next bytes
     * @param deadline of all steps together
     */
    public HttpConnection(Duration patience, Deadline deadline) {
        this.patience = patience.toNanos();
        this.deadline = deadline;
        this.watchdog.start();
    }

    /** Connects to a Unix socket. */
    public void connect(Path socket) throws IOException {
        SocketChannel open = connect(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(socket));
        use(Channels.newInputStream(open), Channels.newOutputStream(open));
    }

    /**
     * Connects over TCP to the first of some addresses that accepts it. The addresses share the patience of one step.
     *
     * @param addresses of one name; of many, only the first ones are tried
     * @throws UnknownHostException if there is no address
     */
    public void connect(List<InetAddress> addresses, int port) throws IOException {
        List<InetAddress> tried = addresses.subList(0, Math.min(addresses.size(), MAX_ADDRESSES));
        long whole = this.patience;
        IOException failure = null;
        for (InetAddress address : tried) {
            try {
                this.patience = whole / tried.size();
                SocketChannel open = connect(null, new InetSocketAddress(address, port));
                open.setOption(StandardSocketOptions.TCP_NODELAY, true);
                use(open.socket().getInputStream(), open.socket().getOutputStream());
                return;
            } catch (IOException ex) {
                if (failure == null) {
                    failure = ex;
                } else {
                    failure.addSuppressed(ex);
                }
            } finally {
                this.patience = whole;
            }
        }
        throw failure == null ? new UnknownHostException("the host has no address") : failure;
    }

    /**
     * Encrypts all that follows with TLS, and verifies that the certificate of the server is for this host. A failure
     * closes the connection.
     *
     * @param host a name or an address, with or without brackets
     */
    public void encrypt(SSLContext context, String host, int port) throws IOException {
        try {
            if (this.in.available() > 0) {
                throw new ProtocolException("it sends more than its answer");
            }
            handshake(context, host.replaceAll("[\\[\\]]", ""), port);
        } catch (IOException | RuntimeException ex) {
            close();
            throw ex;
        }
    }

    /**
     * Sends a request, and reads the headers of its answer. The body of the answer before it must have ended.
     *
     * @throws NotHttpException  if the answer is not HTTP
     * @throws ProtocolException if the answer breaks another rule
     */
    public HttpAnswer send(HttpRequest request) throws IOException {
        this.answer = null;
        byte[] bytes = request.toBytes();
        try {
            watched(() -> {
                this.out.write(bytes);
                this.out.flush();
                return bytes.length;
            });
        } catch (IOException ex) {
            return refusal(ex);
        }
        HttpAnswer received = HttpAnswer.read(this, this.in);
        this.answer = received;
        return received;
    }

    /** Changes how long each step may wait. */
    public void setPatience(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Ends the steps after this time from now, even if bytes arrive, or never if it is {@code null}. */
    public void endAfter(@Nullable Duration time) {
        this.end = time == null ? null : System.nanoTime() + time.toNanos();
    }

    /** Whether a step took too long, which closed the connection. */
    public boolean isLate() {
        return this.late;
    }

    /**
     * Whether a connection over TCP can send a further request: the last answer was read to its end, and nothing arrived
     * after it.
     */
    public boolean isReusable() throws IOException {
        HttpAnswer last = this.answer;
        SocketChannel open = this.channel;
        return last != null && last.leavesConnection() && open != null && open.isOpen() && this.in.available() == 0
                && open.socket().getInputStream().available() == 0;
    }

    @Override
    public void close() {
        this.closed = true;
        this.watchdog.interrupt();
        closeChannel();
    }

    private SocketChannel connect(@Nullable StandardProtocolFamily family, SocketAddress address) throws IOException {
        closeChannel();
        this.late = false;
        SocketChannel open = family == null ? SocketChannel.open() : SocketChannel.open(family);
        this.channel = open;
        if (this.closed) {
            closeChannel();
        }
        long start = System.nanoTime();
        try {
            watched(() -> open.connect(address));
            return open;
        } catch (IOException ex) {
            throw this.late ? new IOException("it accepts no connection within "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " seconds", ex) : ex;
        }
    }

    private void closeChannel() {
        SocketChannel open = this.channel;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException ex) {
            // Nothing more is read or written.
        }
    }

    private void handshake(SSLContext context, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(Objects.requireNonNull(this.channel).socket(), host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        watched(() -> {
            socket.startHandshake();
            return true;
        });
        use(socket.getInputStream(), socket.getOutputStream());
    }

    private void use(InputStream raw, OutputStream out) {
        this.in = new BufferedInputStream(new WatchedInput(raw), BUFFER);
        this.out = out;
    }

    /** A server may close a connection before it reads the request. Its answer, or its alert of TLS, may be here. */
    private HttpAnswer refusal(IOException problem) throws IOException {
        try {
            return HttpAnswer.read(this, this.in);
        } catch (SSLException ex) {
            throw ex;
        } catch (IOException ex) {
            throw problem;
        }
    }

    private <T> T watched(Step<T> step) throws IOException {
        this.deadline.check();
        this.waitingSince = System.nanoTime();
        this.waiting = true;
        try {
            return step.run();
        } catch (IOException ex) {
            this.deadline.check();
            throw this.late ? new IOException(lateness(), ex) : ex;
        } finally {
            this.waiting = false;
        }
    }

    private String lateness() {
        long silence = TimeUnit.NANOSECONDS.toSeconds(this.patience);
        return System.nanoTime() - this.waitingSince > this.patience ? "it sends nothing for " + silence + " seconds"
                : "its answer takes too long";
    }

    private void watch() {
        try {
            while (!this.closed) {
                long pause = Math.min(this.patience / 4, this.deadline.nanosLeft());
                TimeUnit.NANOSECONDS.sleep(Math.clamp(pause, SHORTEST_PAUSE, LONGEST_PAUSE));
                if (this.waiting && mustEnd()) {
                    closeChannel();
                }
            }
        } catch (InterruptedException ex) {
            // The connection is closed.
        }
    }

    private boolean mustEnd() {
        long now = System.nanoTime();
        Long limit = this.end;
        this.late = now - this.waitingSince > this.patience || (limit != null && now - limit > 0);
        return this.late || this.deadline.nanosLeft() < 0;
    }

    /** A step that may wait. */
    private interface Step<T> {

        T run() throws IOException;
    }

    /** The bytes that arrive. */
    private final class WatchedInput extends InputStream {

        private final InputStream raw;

        WatchedInput(InputStream raw) {
            this.raw = raw;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int available() throws IOException {
            return this.raw.available();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return watched(() -> this.raw.read(bytes, offset, length));
        }
    }
}
