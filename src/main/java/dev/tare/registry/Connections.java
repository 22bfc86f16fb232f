package dev.tare.registry;

import java.io.Closeable;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

import dev.tare.http.HttpConnection;
import dev.tare.limits.Deadline;
import dev.tare.network.NetworkGuard;
import dev.tare.network.NetworkPolicy;
import dev.tare.network.RefusedHostException;
import dev.tare.registry.proxy.HttpProxies;
import dev.tare.registry.proxy.HttpProxy;
import dev.tare.tls.PemFile;
import dev.tare.tls.TlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of one configuration share: the certificates, the proxy, and the bound of connections to one registry.
 */
final class Connections implements Closeable {

    private static final int MAX_PER_REGISTRY = 4;

    /** Java does not read it, but most other programs in containers do. */
    private static final String AUTHORITIES = "SSL_CERT_FILE";

    private final NetworkPolicy policy;

    private final RegistriesSettings settings;

    private final CertificateFolders folders;

    private final List<Path> authorities;

    private final HttpProxies proxies;

    private final ConnectionLimit limit = new ConnectionLimit(MAX_PER_REGISTRY);

    /** Those that are open. */
    private final Set<ConnectionPool> pools = ConcurrentHashMap.newKeySet();

    /** Building one takes time, because it has a copy of all authorities that Java trusts. */
    private final Map<TlsFiles, SSLContext> contexts = new ConcurrentHashMap<>();

    private final Map<Path, PemFile> pemFiles = new ConcurrentHashMap<>();

    /**
     * @param policy      decides to which hosts and addresses to connect
     * @param folders     used for the registries that the settings give no certificates
     * @param environment returns the value of a variable, or {@code null}
     */
    Connections(NetworkPolicy policy, RegistriesSettings settings, CertificateFolders folders,
            UnaryOperator<@Nullable String> environment) {
        this.policy = policy;
        this.settings = settings;
        this.folders = folders;
        String file = environment.apply(AUTHORITIES);
        this.authorities = file == null || file.isBlank() ? List.of() : List.of(Path.of(file));
        this.proxies = HttpProxies.of(environment);
    }

    /**
     * Reads the certificates and keys of all registries in the settings.
     *
     * @throws dev.tare.tls.InvalidPemException if a file cannot be used
     */
    void readFiles() {
        Stream.concat(Stream.of(TlsFiles.NONE), this.settings.tls().stream())
                .map(files -> files.trusting(this.authorities))
                .filter(files -> !files.isEmpty())
                .forEach(this::context);
    }

    /**
     * Checks that an image may be named.
     *
     * @throws RegistryException if its registry may not be asked
     */
    void requireAllowed(ImageReference image) {
        try {
            this.policy.requireAllowed(image.registry());
        } catch (RefusedHostException ex) {
            throw RegistryException.refused(image, ex);
        }
    }

    /** Guards the requests that read an image. */
    NetworkGuard guard(ImageReference image) {
        return this.policy.guard(image.registry());
    }

    /**
     * The address of a registry. Without a setting a registry on a loopback address has plain HTTP, unless its port is 443
     * or there are certificates for it.
     */
    URI address(ImageReference image) {
        Boolean plain = this.settings.of(image.registry()).plainHttp();
        return Origin.address(image, plain != null ? plain
                : Origin.isUsuallyPlain(image) && files(image, image.registry()).isEmpty());
    }

    /** The next step if a registry refuses access. */
    String remedy(ImageReference image) {
        return this.settings.remedy(image.registry());
    }

    /**
     * Waits until fewer than four requests for the registry of an image run, and it is the turn of the user. The result
     * ends the turn.
     */
    Runnable enter(ImageReference image, @Nullable RegistryUser user, Deadline deadline)
            throws InterruptedIOException {
        return this.limit.enter(image.registry(), user, deadline);
    }

    /**
     * The certificates for a request that reads an image. The authorities of the registry are trusted for all servers to
     * which the registry leads, but a client certificate is only for the server itself.
     */
    TlsFiles tls(ImageReference image, URI uri) {
        TlsFiles own = files(image, image.registry());
        TlsFiles files = Origin.of(uri).equals(Origin.of(address(image))) ? own
                : files(image, uri.getAuthority()).trusting(own.authorities());
        return files.trusting(this.authorities);
    }

    /**
     * A context with these certificates. Each configured file is read once.
     *
     * @throws dev.tare.tls.InvalidPemException if a configured file cannot be used
     */
    SSLContext context(TlsFiles files) {
        return this.contexts.computeIfAbsent(files,
                key -> key.context(file -> this.pemFiles.computeIfAbsent(file, PemFile::read)));
    }

    /** Opens a pool for the connections that read an image. */
    ConnectionPool pool(ImageReference image, Patience patience, Deadline deadline) {
        ConnectionPool pool = new ConnectionPool(this, image, patience, deadline);
        this.pools.add(pool);
        return pool;
    }

    /**
     * Adds a connection that opens to a pool. If its registry has four connections to the server already, the one that is
     * idle for the longest time makes room, whatever its pool is. At most three others are in use, because at most four
     * requests run.
     */
    synchronized void add(ConnectionPool pool, Origin origin, HttpConnection connection) {
        List<ConnectionPool> all = this.pools.stream().filter(pool::hasSameRegistry).toList();
        while (all.stream().mapToLong(one -> one.count(origin)).sum() >= MAX_PER_REGISTRY
                && all.stream().anyMatch(one -> one.idleTime(origin) >= 0)) {
            Collections.max(all, Comparator.comparingLong(one -> one.idleTime(origin))).closeOldest(origin);
        }
        pool.add(origin, connection);
    }

    /** Closes a pool with all its connections. */
    void close(ConnectionPool pool) {
        pool.close();
        this.pools.remove(pool);
    }

    /** The proxy for an address, or {@code null}. */
    @Nullable
    HttpProxy proxy(URI uri) {
        return this.proxies.find(uri);
    }

    /** Ends all requests. */
    @Override
    public void close() {
        this.pools.forEach(ConnectionPool::close);
    }

    private TlsFiles files(ImageReference image, String host) {
        TlsFiles configured = this.settings.of(host).tls();
        return configured.isEmpty() ? this.folders.find(image, host) : configured;
    }
}
