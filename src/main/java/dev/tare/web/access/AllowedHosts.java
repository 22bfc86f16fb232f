package dev.tare.web.access;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host names that requests may use. A page of another site can make its own name resolve to this machine (DNS
 * rebinding), but it cannot make a browser send another name than its own.
 */
final class AllowedHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A name or an IPv4 address, or an IPv6 address in brackets. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");

    private final Set<String> hosts;

    private AllowedHosts(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    /**
     * Whether a request may use a host.
     *
     * @param authority a host with or without a port, such as {@code localhost:8080}
     */
    boolean contain(String authority) {
        return this.hosts.contains(PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT));
    }

    /**
     * The hosts of this machine and further ones.
     *
     * @throws IllegalArgumentException if one is not a host name or an IP address
     */
    static AllowedHosts with(List<String> more) {
        Set<String> hosts = new HashSet<>(LOOPBACK);
        for (String host : more) {
            String lower = host.strip().toLowerCase(Locale.ROOT);
            if (!HOST.matcher(lower).matches()) {
                throw new IllegalArgumentException("tare.security.allowed-hosts has \"" + host + "\", which is neither"
                        + " a host name nor an IP address. Expected for example tare.example.com, 192.0.2.1 or"
                        + " [2001:db8::1], without a port.");
            }
            hosts.add(lower);
        }
        return new AllowedHosts(hosts);
    }
}
