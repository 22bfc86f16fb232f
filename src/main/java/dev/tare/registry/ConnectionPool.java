package dev.tare.registry;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tare.http.HttpConnection;
import dev.tare.http.HttpRequest;
import dev.tare.limits.Deadline;
import dev.tare.network.NetworkGuard;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.proxy.HttpProxy;
import org.jspecify.annotations.Nullable;

/**
 * The connections that read one image. Each leads to a server, directly or through a proxy, and serves further requests to
 * the same server until it fails. Every new connection is checked against the policy of the network.
 */
final class ConnectionPool implements Closeable {

    private final Connections settings;

    private final ImageReference image;

    private final NetworkGuard guard;

    private final Patience patience;

    private final Deadline deadline;

    private final Map<Origin, Deque<HttpConnection>> idle = new HashMap<>();

    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();

    private boolean closed;

    ConnectionPool(Connections settings, ImageReference image, Patience patience, Deadline deadline) {
        this.settings = settings;
        this.image = image;
        this.guard = settings.guard(image);
        this.patience = patience;
        this.deadline = deadline;
    }

    /** A connection that served a request to the server, or {@code null}. The server may have closed it meanwhile. */
    synchronized @Nullable HttpConnection idle(URI uri) {
        rejectClosed();
        Deque<HttpConnection> connections = this.idle.get(Origin.of(uri));
        return connections == null ? null : connections.pollLast();
    }

    /**
     * Opens a connection to the server of an address.
     *
     * @param proxy to use, or {@code null} to connect directly
     * @throws IOException       if the connection fails, or a proxy refuses it
     * @throws RegistryException if the policy of the network forbids the host, or the proxy asks for credentials
     */
    HttpConnection open(URI uri, @Nullable HttpProxy proxy) throws IOException {
        Origin origin = Origin.of(uri);
        HttpConnection connection = add(proxy == null ? direct(uri, origin) : proxied(uri, proxy));
        try {
            if (origin.isHttps()) {
                if (proxy != null) {
                    tunnel(connection, origin, proxy);
                }
                connection.encrypt(this.settings.context(this.settings.tls(this.image, uri)), origin.host(),
                        origin.port());
            }
            return connection;
        } catch (IOException | RuntimeException ex) {
            remove(connection);
            throw ex;
        }
    }

    /** Keeps the connection for another request to the server if its last answer allows that. Otherwise it closes it. */
    synchronized void release(URI uri, HttpConnection connection) {
        try {
            if (!this.closed && connection.isReusable()) {
                this.idle.computeIfAbsent(Origin.of(uri), _ -> new ArrayDeque<>()).add(connection);
                return;
            }
        } catch (IOException ex) {
            // The connection is of no more use.
        }
        remove(connection);
    }

    /** Closes a connection, which ends its request. */
    void remove(HttpConnection connection) {
        connection.close();
        this.open.remove(connection);
    }

    /** Closes all connections, and ends their requests. */
    @Override
    public synchronized void close() {
        this.closed = true;
        this.open.forEach(this::remove);
    }

    private synchronized HttpConnection add(HttpConnection connection) {
        this.open.add(connection);
        if (this.closed) {
            remove(connection);
        }
        rejectClosed();
        return connection;
    }

    private HttpConnection direct(URI uri, Origin origin) throws IOException {
        try {
            return connect(this.guard.addresses(uri), origin.port());
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        }
    }

    private HttpConnection proxied(URI uri, HttpProxy proxy) throws IOException {
        try {
            this.guard.requireName(uri);
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        }
        try {
            return connect(List.of(InetAddress.getAllByName(proxy.host())), proxy.port());
        } catch (IOException ex) {
            throw ProxyFailure.unreachable(proxy, ex);
        }
    }

    private HttpConnection connect(List<InetAddress> addresses, int port) throws IOException {
        HttpConnection connection = HttpConnection.open(addresses, port, this.patience.connect(), this.deadline);
        connection.waitFor(this.patience.stall());
        connection.endAfter(this.patience.answer());
        return connection;
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110, CONNECT</a> */
    private void tunnel(HttpConnection connection, Origin origin, HttpProxy proxy) throws IOException {
        String authority = origin.host() + ":" + origin.port();
        Map<String, String> headers = new HashMap<>(Map.of("Host", authority, "User-Agent", "tare"));
        if (proxy.authorization() != null) {
            headers.put(HttpProxy.AUTHORIZATION, proxy.authorization());
        }
        int status = connection.send(new HttpRequest("CONNECT", authority, headers, "")).status();
        if (status == HttpProxy.LOGIN) {
            throw RegistryException.withoutProxyLogin(this.image, proxy);
        }
        if (status < 200 || status >= 300) {
            throw ProxyFailure.refused(proxy, status);
        }
    }

    /** An answer may arrive while another thread closes this. */
    private void rejectClosed() {
        if (this.closed) {
            throw new UncheckedIOException(new IOException("The client of the registry is closed"));
        }
    }
}
