package dev.tare.images;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLServerSocket;

import dev.tare.fixture.Certificates;
import dev.tare.fixture.FakeEngine;

/** Offers the Unix socket of an engine over TLS, to clients with a certificate. */
record TlsProxy(SSLServerSocket listener, Path socket) implements AutoCloseable {

    static TlsProxy start(Certificates certificates, Path socket) throws IOException {
        SSLServerSocket listener = (SSLServerSocket) FakeEngine.tls(certificates)
                .getServerSocketFactory()
                .createServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        listener.setNeedClientAuth(true);
        TlsProxy proxy = new TlsProxy(listener, socket);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    String address() {
        return "tcp://127.0.0.1:" + this.listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            this.listener.close();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket client = this.listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException ex) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(this.socket))) {
            OutputStream requests = Channels.newOutputStream(engine);
            Thread.ofVirtual().start(() -> copy(client, requests, engine));
            Channels.newInputStream(engine).transferTo(client.getOutputStream());
        } catch (IOException ex) {
            // The client has what it wants.
        }
    }

    private static void copy(Socket client, OutputStream requests, Closeable engine) {
        try (engine; InputStream in = client.getInputStream()) {
            in.transferTo(requests);
        } catch (IOException ex) {
            // The client has what it wants.
        }
    }
}
