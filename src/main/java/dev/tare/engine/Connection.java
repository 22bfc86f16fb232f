package dev.tare.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.tare.limits.Deadline;

/**
 * A connection to an engine, for one request. Channels have no timeouts, so a second thread closes a channel that waits
 * too long.
 */
final class Connection implements Closeable {

    /** The longest time between two looks at a channel that waits. */
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final SocketChannel channel;

    private final Deadline deadline;

    private final Thread watchdog = Thread.ofVirtual().unstarted(this::watch);

    private InputStream in = InputStream.nullInputStream();

    private OutputStream out = OutputStream.nullOutputStream();

    /** How long one step may wait. */
    private volatile long patience;

    private volatile boolean waiting;

    private volatile long waitingSince;

    private volatile boolean stalled;

    private Connection(SocketChannel channel, Duration patience, Deadline deadline) {
        this.channel = channel;
        this.patience = patience.toNanos();
        this.deadline = deadline;
    }

    /**
     * Connects to an engine.
     *
     * @param patience for each step: connecting, sending, and the next bytes
     * @param deadline of all steps together
     */
    static Connection open(EngineAddress address, Duration patience, Deadline deadline) throws IOException {
        boolean isUnix = address instanceof EngineAddress.Unix;
        SocketChannel channel = isUnix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        Connection connection = new Connection(channel, patience, deadline);
        try {
            connection.watchdog.start();
            connection.connect(address);
            return connection;
        } catch (IOException | RuntimeException ex) {
            connection.close();
            throw ex;
        }
    }

    /** The bytes that arrive. Every read ends with an exception if it waits too long. */
    InputStream input() {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return watched(() -> Connection.this.in.read(bytes, offset, length));
            }
        };
    }

    void send(byte[] bytes) throws IOException {
        watched(() -> {
            this.out.write(bytes);
            this.out.flush();
            return bytes.length;
        });
    }

    /** Changes how long each step may wait. The deadline stays. */
    void waitFor(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void close() {
        this.watchdog.interrupt();
        try {
            this.channel.close();
        } catch (IOException ex) {
            // Nothing more is read or written.
        }
    }

    private void connect(EngineAddress address) throws IOException {
        switch (address) {
            case EngineAddress.Unix unix -> {
                watched(() -> this.channel.connect(UnixDomainSocketAddress.of(unix.path())));
                this.in = Channels.newInputStream(this.channel);
                this.out = Channels.newOutputStream(this.channel);
            }
            case EngineAddress.Tcp tcp -> {
                InetSocketAddress socket = new InetSocketAddress(tcp.name(), tcp.port());
                if (socket.isUnresolved()) {
                    throw new UnknownHostException(tcp.name());
                }
                watched(() -> this.channel.connect(socket));
                if (tcp.tls() == null) {
                    this.in = Channels.newInputStream(this.channel);
                    this.out = Channels.newOutputStream(this.channel);
                } else {
                    encrypt(tcp, tcp.tls());
                }
            }
        }
    }

    private void encrypt(EngineAddress.Tcp address, KeyFolder files) throws IOException {
        SSLSocket socket = (SSLSocket) files.context()
                .getSocketFactory()
                .createSocket(this.channel.socket(), address.name().replaceAll("[\\[\\]]", ""), address.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        watched(() -> {
            socket.startHandshake();
            return true;
        });
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    private <T> T watched(Step<T> step) throws IOException {
        this.deadline.check();
        this.waitingSince = System.nanoTime();
        this.waiting = true;
        try {
            return step.run();
        } catch (IOException ex) {
            this.deadline.check();
            throw this.stalled ? new IOException("it sends nothing for "
                    + TimeUnit.NANOSECONDS.toSeconds(this.patience) + " seconds", ex) : ex;
        } finally {
            this.waiting = false;
        }
    }

    private void watch() {
        try {
            while (this.channel.isOpen()) {
                long pause = Math.min(this.patience / 4, this.deadline.nanosLeft());
                TimeUnit.NANOSECONDS.sleep(Math.clamp(pause, SHORTEST_PAUSE, LONGEST_PAUSE));
                if (this.waiting && isLate()) {
                    this.channel.close();
                }
            }
        } catch (InterruptedException | IOException ex) {
            // The connection is closed.
        }
    }

    private boolean isLate() {
        this.stalled = System.nanoTime() - this.waitingSince > this.patience;
        return this.stalled || this.deadline.nanosLeft() < 0;
    }

    /** A step that may wait. */
    private interface Step<T> {

        T run() throws IOException;
    }
}
