package dev.tare.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The registries that may be asked, and the hosts to which their answers may lead. Denied hosts take precedence. Safe for
 * use by several threads.
 */
public final class NetworkPolicy {

    /** Allows every host that this machine reaches. */
    public static final NetworkPolicy EVERYTHING =
            new NetworkPolicy(true, list(), list(), list(), _ -> {
            }, AddressLookup.SYSTEM);

    private final boolean allowsEverything;

    private final HostList allowed;

    private final HostList denied;

    private final HostList internal;

    private final Consumer<RefusedHostException> log;

    private final AddressLookup lookup;

    private NetworkPolicy(boolean allowsEverything, HostList allowed, HostList denied, HostList internal,
            Consumer<RefusedHostException> log, AddressLookup lookup) {
        this.allowsEverything = allowsEverything;
        this.allowed = allowed;
        this.denied = denied;
        this.internal = internal;
        this.log = log;
        this.lookup = lookup;
    }

    /**
     * Allows hosts of the internet, and the hosts that the operator lists.
     *
     * @param allowed  registries, as {@code HOST[:PORT]} or {@code *.SUFFIX[:PORT]}; all if it is empty
     * @param denied   hosts in the same forms, addresses, and networks such as {@code 10.0.0.0/8}
     * @param internal hosts that may have addresses of private networks, and networks
     * @param log      receives each refused request
     * @throws IllegalArgumentException if a text has another form
     */
    public static NetworkPolicy of(List<String> allowed, List<String> denied, List<String> internal,
            Consumer<RefusedHostException> log) {
        HostList registries = HostList.parse("allowed", allowed);
        if (registries.hosts().size() != allowed.size()) {
            throw new IllegalArgumentException("allowed: has a network. Expected names of registries.");
        }
        return new NetworkPolicy(false, registries, HostList.parse("denied", denied),
                HostList.parse("internal", internal), log, AddressLookup.SYSTEM);
    }

    /** The same policy, with further hosts that may have addresses of private networks. */
    public NetworkPolicy withInternal(List<String> hosts) {
        HostList more = HostList.parse("internal", hosts);
        List<HostPattern> patterns = new ArrayList<>(this.internal.hosts());
        patterns.addAll(more.hosts());
        List<Network> networks = new ArrayList<>(this.internal.networks());
        networks.addAll(more.networks());
        return new NetworkPolicy(this.allowsEverything, this.allowed, this.denied, new HostList(patterns, networks),
                this.log, this.lookup);
    }

    /** The same policy, for tests that choose the addresses of names. */
    NetworkPolicy withLookup(AddressLookup lookup) {
        return new NetworkPolicy(this.allowsEverything, this.allowed, this.denied, this.internal, this.log, lookup);
    }

    /**
     * Checks that clients may name a registry.
     *
     * @param registry a host with an optional port
     * @throws RefusedHostException if the registry may not be asked
     */
    public void requireAllowed(String registry) {
        Host host = Host.of(registry);
        if (this.denied.hasWithAnyPort(host) || !(this.allowed.isEmpty() || this.allowed.has(host))) {
            throw refused(RefusedHostException.ofName(registry));
        }
    }

    /**
     * Guards the requests for one repository.
     *
     * @param registry the registry or its mirror, as a host with an optional port
     */
    public NetworkGuard guard(String registry) {
        return new NetworkGuard(this, HostPattern.parse(registry), this.internal.has(Host.of(registry)));
    }

    /** Finds the addresses of names, also forbidden ones. */
    AddressLookup lookup() {
        return this.lookup;
    }

    boolean allowsEverything() {
        return this.allowsEverything;
    }

    /**
     * Whether a name is denied.
     *
     * @param isProxied whether a proxy looks it up, so that nobody here sees its addresses
     */
    boolean deniesName(Host host, boolean isProxied) {
        return !this.allowsEverything && (host.isOdd() || this.denied.hasWithAnyPort(host)
                || (isProxied && host.isPrivateName() && !this.internal.has(host)));
    }

    /**
     * Whether a connection to an address is allowed.
     *
     * @param mayBeInternal whether the request may lead to an internal host or network
     */
    boolean allows(Host host, InetAddress address, boolean mayBeInternal) {
        InetAddress plain = SpecialAddress.translated(address);
        SpecialAddress special = SpecialAddress.find(plain);
        if (this.allowsEverything || this.denied.has(plain)) {
            return this.allowsEverything;
        }
        return special == null || (mayBeInternal
                && (this.internal.has(plain) || (special.isLocal() && this.internal.has(host))));
    }

    /** Passes the error to the log, and returns it. */
    RefusedHostException refused(RefusedHostException problem) {
        this.log.accept(problem);
        return problem;
    }

    private static HostList list() {
        return new HostList(List.of(), List.of());
    }
}
