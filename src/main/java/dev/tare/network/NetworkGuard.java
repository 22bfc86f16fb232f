package dev.tare.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the requests of one client under a policy. It checks each host and each address before a connection, also those of
 * redirects and token servers. The caller follows redirects by hand. Safe for use by several threads.
 */
public final class NetworkGuard {

    /** Hosts to which the answers of one registry may lead. */
    private static final int MAX_HOSTS = 1_000;

    private final NetworkPolicy policy;

    private final List<HostPattern> endpoints;

    private final boolean mayLeadToInternal;

    /** The requested hosts by name, perhaps with several ports. */
    private final Map<String, Set<Host>> requested = new ConcurrentHashMap<>();

    private final Set<String> proxies = ConcurrentHashMap.newKeySet();

    /** The addresses of the last lookup of a name, if all of them were refused. */
    private final Map<String, List<InetAddress>> refused = new ConcurrentHashMap<>();

    /**
     * @param endpoints         the registry and its mirrors
     * @param mayLeadToInternal whether their answers may lead to other internal hosts
     */
    NetworkGuard(NetworkPolicy policy, List<HostPattern> endpoints, boolean mayLeadToInternal) {
        this.policy = policy;
        this.endpoints = List.copyOf(endpoints);
        this.mayLeadToInternal = mayLeadToInternal;
    }

    /** Prepares a client, so that lookups are guarded on all its threads. */
    public HttpClient.Builder prepare(HttpClient.Builder builder) {
        return this.policy.allowsEverything() ? builder
                : builder.executor(task -> Thread.ofVirtual().start(() -> GuardedLookups.run(this, task)));
    }

    /**
     * Sends a request, and waits for the headers of the answer.
     *
     * @param http a {@linkplain #prepare prepared} client that follows no redirects
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
        boolean isProxied = rememberProxy(http, request.uri());
        check(host, isProxied);
        try {
            return GuardedLookups.call(this, () -> sendNow(http, request, handler));
        } catch (ConnectException ex) {
            if (!isProxied && ex.getCause() instanceof UnresolvedAddressException) {
                throw this.policy.refused(RefusedHostException.ofAddresses(host.toString(),
                        Objects.requireNonNullElse(this.refused.remove(host.name()), List.of())));
            }
            throw ex;
        }
    }

    /**
     * The addresses of a name to which this client may connect. The result may be empty. An exception would lead to
     * the loopback address if the name is {@code localhost}.
     */
    List<InetAddress> allowed(String name, List<InetAddress> addresses) {
        String host = HostPattern.normalized(name);
        Set<Host> hosts = this.requested.getOrDefault(host, Set.of());
        if (hosts.isEmpty() && this.proxies.contains(host)) {
            return addresses;
        }
        List<InetAddress> allowed = addresses.stream()
                .filter(address -> hosts.isEmpty() ? SpecialAddress.find(address) == null
                        : hosts.stream().allMatch(each -> allows(each, address)))
                .toList();
        if (allowed.isEmpty() && !hosts.isEmpty()) {
            this.refused.put(host, addresses);
        }
        return allowed;
    }

    NetworkPolicy policy() {
        return this.policy;
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
        return this.policy.allows(host, address, this.mayLeadToInternal
                || this.endpoints.stream().anyMatch(endpoint -> endpoint.matches(host.name(), host.port())));
    }

    /** Whether a proxy connects to the host. The operator chose the proxy, so it may have any address. */
    private boolean rememberProxy(HttpClient http, URI uri) {
        ProxySelector selector = http.proxy().orElseGet(ProxySelector::getDefault);
        List<Proxy> selected = selector == null ? List.of() : new ArrayList<>(selector.select(uri));
        if (selected.isEmpty() || !(selected.getFirst().address() instanceof InetSocketAddress proxy)) {
            return false;
        }
        this.proxies.add(HostPattern.normalized(proxy.getHostString()));
        return true;
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
