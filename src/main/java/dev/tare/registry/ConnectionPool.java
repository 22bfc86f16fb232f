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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

import dev.tare.http.HttpConnection;
import dev.tare.http.HttpRequest;
import dev.tare.limits.Deadline;
import dev.tare.network.AddressLookup;
import dev.tare.network.NetworkGuard;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.proxy.HttpProxy;
import org.jspecify.annotations.Nullable;

/**
 * The connections that read one image. Each leads to a server, directly or through a proxy, and serves further requests to
 * the same server until it fails, or until another image of the registry needs its place. Every new connection is checked
 * against the policy of the network.
 */
final class ConnectionPool implements Closeable {

    /** Idle connections of one image, to all servers to which its registry leads. */
    private static final int MAX_IDLE = 4;

    /** Routers forget connections without traffic, usually after minutes. */
    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Connections connections;

    private final ImageReference image;

    private final NetworkGuard guard;

    private final Patience patience;

    private final Deadline deadline;

    /** The last is the newest. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    /** By the authority of each server. Finding the certificates means looking into folders. */
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    private final Map<HttpConnection, Origin> open = new ConcurrentHashMap<>();

    private boolean closed;

    ConnectionPool(Connections connections, ImageReference image, Patience patience, Deadline deadline) {
        this.connections = connections;
        this.image = image;
        this.guard = connections.guard(image);
        this.patience = patience;
        this.deadline = deadline;
    }

    /** A connection that served a request to the server, or {@code null}. The server may have closed it meanwhile. */
    synchronized @Nullable HttpConnection idle(URI uri) {
        rejectClosed();
        this.idle.removeIf(this::removeIfUseless);
        Origin origin = Origin.of(uri);
        Idle newest = null;
        for (Idle one : this.idle) {
            newest = one.origin.equals(origin) ? one : newest;
        }
        this.idle.remove(newest);
        return newest == null ? null : newest.connection;
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
        HttpConnection connection = new HttpConnection(this.patience.connect(), this.deadline);
        try {
            this.connections.add(this, origin, connection);
            connection.endAfter(this.patience.answer());
            if (proxy == null) {
                connection.connect(addresses(uri), origin.port());
                connection.setPatience(this.patience.stall());
            } else {
                connect(connection, uri, origin, proxy);
            }
            if (origin.isHttps()) {
                connection.encrypt(context(uri), origin.host(), origin.port());
            }
            return connection;
        } catch (IOException | RuntimeException ex) {
            remove(connection);
            throw ex;
        }
    }

    /** Keeps the connection for another request to the server if its last answer allows that. Otherwise it closes it. */
    synchronized void release(URI uri, HttpConnection connection) {
        Idle one = new Idle(Origin.of(uri), connection, System.nanoTime());
        if (this.closed || removeIfUseless(one)) {
            remove(connection);
            return;
        }
        this.idle.addLast(one);
        if (this.idle.size() > MAX_IDLE) {
            remove(this.idle.removeFirst().connection);
        }
    }

    /** Counts a connection that opens. */
    synchronized void add(Origin origin, HttpConnection connection) {
        rejectClosed();
        this.open.put(connection, origin);
    }

    boolean hasSameRegistry(ConnectionPool other) {
        return this.image.registry().equals(other.image.registry());
    }

    /** The number of connections to a server, also of idle ones. */
    long count(Origin origin) {
        return this.open.values().stream().filter(origin::equals).count();
    }

    /** The time since the last use of the oldest idle connection to a server, in nanoseconds; less than 0 for none. */
    synchronized long idleTime(Origin origin) {
        return oldest(origin).map(one -> System.nanoTime() - one.since).orElse(-1L);
    }

    /** Closes the oldest idle connection to a server, if there is one. */
    synchronized void closeOldest(Origin origin) {
        oldest(origin).ifPresent(one -> {
            this.idle.remove(one);
            remove(one.connection);
        });
    }

    /** Closes a connection, which ends its request. Others that are idle as long as a late one are of no use either. */
    synchronized void remove(HttpConnection connection) {
        connection.close();
        this.open.remove(connection);
        if (connection.isLate()) {
            this.idle.forEach(one -> remove(one.connection));
            this.idle.clear();
        }
    }

    /** Closes all connections, and ends their requests. */
    @Override
    public synchronized void close() {
        this.closed = true;
        this.idle.clear();
        this.open.keySet().forEach(this::remove);
    }

    /** @throws UncheckedIOException if another thread closed this meanwhile */
    synchronized void rejectClosed() {
        if (this.closed) {
            throw new UncheckedIOException(new IOException("The client of the registry is closed"));
        }
    }

    private Optional<Idle> oldest(Origin origin) {
        return this.idle.stream().filter(one -> one.origin.equals(origin)).findFirst();
    }

    /** A connection must not have bytes that nobody requested: they would be the answer to the next request. */
    private boolean removeIfUseless(Idle one) {
        try {
            if (one.connection.isReusable() && System.nanoTime() - one.since < MAX_IDLE_NANOS) {
                return false;
            }
        } catch (IOException ex) {
            // The connection is broken.
        }
        remove(one.connection);
        return true;
    }

    private SSLContext context(URI uri) {
        return this.contexts.computeIfAbsent(uri.getAuthority(),
                _ -> this.connections.context(this.connections.tls(this.image, uri)));
    }

    private List<InetAddress> addresses(URI uri) throws IOException {
        try {
            return this.guard.addresses(uri, this.patience.connect(), this.deadline);
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        }
    }

    private void connect(HttpConnection connection, URI uri, Origin origin, HttpProxy proxy) throws IOException {
        try {
            this.guard.requireName(uri);
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(this.image, ex);
        }
        try {
            connection.connect(AddressLookup.SYSTEM.find(proxy.host(), this.patience.connect(), this.deadline),
                    proxy.port());
        } catch (IOException ex) {
            throw ProxyFailure.unreachable(proxy, ex);
        }
        connection.setPatience(this.patience.stall());
        if (origin.isHttps()) {
            int status = tunnel(connection, origin, proxy);
            if (status == HttpProxy.LOGIN) {
                throw RegistryException.withoutProxyLogin(this.image, proxy);
            }
            if (status < 200 || status >= 300) {
                throw ProxyFailure.refused(proxy, status);
            }
        }
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110, CONNECT</a> */
    private static int tunnel(HttpConnection connection, Origin origin, HttpProxy proxy) throws IOException {
        String authority = origin.host() + ":" + origin.port();
        Map<String, String> headers = new HashMap<>(Map.of("Host", authority, "User-Agent", "tare"));
        if (proxy.authorization() != null) {
            headers.put(HttpProxy.AUTHORIZATION, proxy.authorization());
        }
        try {
            return connection.send(new HttpRequest("CONNECT", authority, headers, "")).status();
        } catch (IOException ex) {
            throw ProxyFailure.broken(proxy, ex);
        }
    }

    /** @param since as {@link System#nanoTime()} */
    private record Idle(Origin origin, HttpConnection connection, long since) {}
}
