package dev.tare.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tare.limits.Deadline;

/**
 * Finds the addresses to which one client may connect under a policy. The client connects to exactly these addresses, so a
 * name server that changes its answer cannot lead it elsewhere. It asks before each connection, also for redirects and
 * token servers. Safe for use by several threads.
 */
public final class NetworkGuard {

    /** Hosts to which the answers of one registry may lead. */
    private static final int MAX_HOSTS = 1_000;

    private final NetworkPolicy policy;

    private final HostPattern registry;

    private final boolean mayLeadToInternal;

    private final Set<Host> requested = ConcurrentHashMap.newKeySet();

    /** @param mayLeadToInternal whether answers of the registry may lead to other internal hosts */
    NetworkGuard(NetworkPolicy policy, HostPattern registry, boolean mayLeadToInternal) {
        this.policy = policy;
        this.registry = registry;
        this.mayLeadToInternal = mayLeadToInternal;
    }

    /**
     * Looks up the host of an address, and returns the addresses to which a connection is allowed.
     *
     * @param patience the longest wait for the lookup
     * @throws RefusedHostException if the policy forbids the host or all its addresses, or if a restricting policy finds
     *                              none
     * @throws UnknownHostException if nothing is forbidden, but the host has no address
     * @throws IOException          if the lookup takes too long
     */
    public List<InetAddress> addresses(URI uri, Duration patience, Deadline deadline) throws IOException {
        if (this.policy.allowsEverything()) {
            return this.policy.lookup().find(uri.getHost(), patience, deadline);
        }
        Host host = Host.of(uri);
        requireName(host, false);
        List<InetAddress> found = host.address() == null ? find(host, patience, deadline) : List.of(host.address());
        List<InetAddress> allowed = found.stream().filter(address -> allows(host, address)).toList();
        if (allowed.isEmpty()) {
            throw this.policy.refused(RefusedHostException.ofAddresses(host.toString(), found));
        }
        return allowed;
    }

    /**
     * Checks the host of an address before a proxy connects to it. Nobody here sees its addresses. The operator chose the
     * proxy itself, so it may have any address.
     *
     * @throws RefusedHostException if the policy forbids the host, or it is an address that the policy forbids
     */
    public void requireName(URI uri) {
        Host host = Host.of(uri);
        requireName(host, true);
        InetAddress address = host.address();
        if (address != null && !allows(host, address)) {
            throw this.policy.refused(RefusedHostException.ofAddresses(host.toString(), List.of(address)));
        }
    }

    /** The addresses of a host; none if it is unknown, because clients must not learn the difference. */
    private List<InetAddress> find(Host host, Duration patience, Deadline deadline) throws IOException {
        try {
            return this.policy.lookup().find(host.name(), patience, deadline);
        } catch (UnknownHostException ex) {
            return List.of();
        }
    }

    private void requireName(Host host, boolean isProxied) {
        if (this.policy.deniesName(host, isProxied)
                || (this.requested.add(host) && this.requested.size() > MAX_HOSTS)) {
            throw this.policy.refused(RefusedHostException.ofName(host.toString()));
        }
    }

    private boolean allows(Host host, InetAddress address) {
        return this.policy.allows(host, address,
                this.mayLeadToInternal || this.registry.matches(host.name(), host.port()));
    }
}
