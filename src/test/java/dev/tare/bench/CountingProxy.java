package dev.tare.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Forwards connections to a server on this machine, and counts the bytes that the server sends. */
final class CountingProxy implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final int target;

    private final ServerSocket socket = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));

    private final AtomicLong sent = new AtomicLong();

    private CountingProxy(int target) throws IOException {
        this.target = target;
    }

    static CountingProxy to(int port) throws IOException {
        CountingProxy proxy = new CountingProxy(port);
        Thread.ofPlatform().daemon().start(proxy::accept);
        return proxy;
    }

    int port() {
        return this.socket.getLocalPort();
    }

    /** The bytes since the last call, with the headers of answers. */
    long takeSent() {
        return this.sent.getAndSet(0);
    }

    @Override
    public void close() throws IOException {
        this.socket.close();
    }

    private void accept() {
        while (!this.socket.isClosed()) {
            try {
                Socket client = this.socket.accept();
                Socket server = new Socket(InetAddress.getByName("127.0.0.1"), this.target);
                Thread.ofPlatform().daemon().start(() -> copy(client, server, new AtomicLong()));
                Thread.ofPlatform().daemon().start(() -> copy(server, client, this.sent));
            } catch (IOException ex) {
                // The proxy is closed, or a client gave up.
            }
        }
    }

    private static void copy(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[BUFFER];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException ex) {
            // One side has closed the connection.
        }
    }
}
