package dev.tare.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.spi.InetAddressResolver;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one client under a policy. It checks each host and each address before a connection, also those of
 * redirects and token servers. The caller follows redirects by hand. Safe for use by several threads.
 */
public final class NetworkGuard implements AddressFilter {

    /** Hosts to which the answers of one registry may lead. */
    private static final int MAX_HOSTS = 1_000;

    private static final int MAX_CAUSES = 8;

    private final NetworkPolicy policy;

    private final HostPattern registry;

    private final boolean mayLeadToInternal;

    /** The requested hosts by name, perhaps with several ports. */
    private final Map<String, Set<Host>> requested = new ConcurrentHashMap<>();

    /** The addresses of the last lookup of a name, if all of them were refused. */
    private final Map<String, List<InetAddress>> refused = new ConcurrentHashMap<>();

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param mayLeadToInternal whether answers of the registry may lead to other internal hosts */
    NetworkGuard(NetworkPolicy policy, HostPattern registry, boolean mayLeadToInternal) {
        this.policy = policy;
        this.registry = registry;
        this.mayLeadToInternal = mayLeadToInternal;
    }

    /**
     * Sends a request, and waits for the headers of the answer.
     *
     * @param http a {@linkplain NetworkPolicy#prepare prepared} client that follows no redirects
     * @throws RefusedHostException   if the policy forbids the host or all its addresses, or it has none
     * @throws InterruptedIOException if the thread is interrupted
     * @throws IOException            if the connection fails
     */
    public <T> HttpResponse<T> send(HttpClient http, HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        if (this.policy.allowsEverything()) {
            return sendNow(http, request, handler);
        }
        Host host = Host.of(request.uri());
        boolean isProxied = this.policy.usesProxy(http, request.uri());
        check(host, isProxied);
        try {
            return GuardedLookups.call(this, () -> sendNow(http, request, handler));
        } catch (ConnectException ex) {
            if (!isProxied && isUnresolved(ex)) {
                throw unresolved(host, ex);
            }
            throw ex;
        }
    }

    @Override
    public List<InetAddress> allowed(String name, List<InetAddress> addresses) {
        String host = HostPattern.normalized(name);
        Set<Host> hosts = this.requested.getOrDefault(host, Set.of());
        if (hosts.isEmpty()) {
            return this.policy.allowed(name, addresses);
        }
        List<InetAddress> allowed = addresses.stream()
                .filter(address -> hosts.stream().allMatch(each -> allows(each, address)))
                .toList();
        if (allowed.isEmpty()) {
            this.refused.put(host, addresses);
        } else {
            this.known.add(host);
        }
        return allowed;
    }

    @Override
    public @Nullable InetAddressResolver lookups() {
        return this.policy.lookups();
    }

    private void check(Host host, boolean isProxied) {
        if (this.policy.deniesName(host, isProxied) || this.requested.size() >= MAX_HOSTS) {
            throw this.policy.refused(RefusedHostException.ofName(host.toString()));
        }
        InetAddress address = host.address();
        if (address != null && !allows(host, address)) {
            throw this.policy.refused(RefusedHostException.ofAddresses(host.toString(), List.of(address)));
        }
        if (!isProxied) {
            this.requested.computeIfAbsent(host.name(), _ -> ConcurrentHashMap.newKeySet()).add(host);
        }
    }

    private boolean allows(Host host, InetAddress address) {
        return this.policy.allows(host, address,
                this.mayLeadToInternal || this.registry.matches(host.name(), host.port()));
    }

    /** The JDK repeats some requests on threads of its own, where the rules are stricter. Then a new attempt may succeed. */
    private IOException unresolved(Host host, ConnectException problem) {
        List<InetAddress> addresses = this.refused.remove(host.name());
        if (addresses == null && this.known.contains(host.name())) {
            return new IOException("the connection broke", problem);
        }
        throw this.policy.refused(
                RefusedHostException.ofAddresses(host.toString(), addresses == null ? List.of() : addresses));
    }

    private static boolean isUnresolved(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }

    private static <T> HttpResponse<T> sendNow(HttpClient http, HttpRequest request,
            HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for the registry was interrupted");
        }
    }
}
