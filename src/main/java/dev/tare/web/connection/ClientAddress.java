package dev.tare.web.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import dev.tare.network.Network;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.Valve;
import org.jspecify.annotations.Nullable;

/**
 * The client of a request: the peer of the connection, or the client that trusted proxies state. An IPv6 client has a
 * whole /64 network of addresses, so that network is the client. Clients behind one address (NAT) count as one.
 */
public final class ClientAddress {

    private static final String ATTRIBUTE = ClientAddress.class.getName();

    private static final int CLIENT_BITS = 64;

    private final List<Network> trusted;

    /**
     * @param trustedProxies addresses or networks of the proxies whose header {@code X-Forwarded-For} is right
     * @throws IllegalArgumentException if one of them is neither
     */
    public ClientAddress(List<String> trustedProxies) {
        try {
            this.trusted = trustedProxies.stream().map(Network::parse).toList();
        } catch (IllegalArgumentException ex) {
            throw new IllegalArgumentException("tare.connection.trusted-proxies: " + ex.getMessage(), ex);
        }
    }

    /** The client of a request. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String client ? client : networkOf(request.getRemoteAddr());
    }

    /** Finds the client of each request. */
    public Valve valve() {
        return new ClientValve(this);
    }

    /**
     * Stores the client in the request, where no header of the request can change it later. Returns the client, or
     * {@code null} if it is a trusted proxy.
     */
    @Nullable
    String store(HttpServletRequest request, String peer, List<String> forwardedFor) {
        String address = find(peer, forwardedFor);
        String client = networkOf(address);
        request.setAttribute(ATTRIBUTE, client);
        return isProxy(address) ? null : client;
    }

    /** Whether an address is that of a trusted proxy. */
    boolean isProxy(@Nullable String address) {
        InetAddress parsed = address == null ? null : Network.literal(address);
        return parsed != null && this.trusted.stream().anyMatch(network -> network.contains(parsed));
    }

    /** Each proxy appends the address of its peer, so the last address that is no proxy is the client. */
    private String find(String peer, List<String> forwardedFor) {
        List<String> hops = List.of(String.join(",", forwardedFor).split(","));
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && isProxy(client); i--) {
            String hop = hops.get(i).strip();
            if (Network.literal(hop) == null) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    /** An IPv4 address as it is, and the /64 network of an IPv6 address. */
    static String networkOf(@Nullable String address) {
        InetAddress parsed = address == null ? null : Network.literal(withoutZone(address));
        if (!(parsed instanceof Inet6Address)) {
            return parsed == null ? String.valueOf(address) : parsed.getHostAddress();
        }
        try {
            return InetAddress.getByAddress(Network.masked(parsed.getAddress(), CLIENT_BITS)).getHostAddress() + "/"
                    + CLIENT_BITS;
        } catch (UnknownHostException ex) {
            throw new IllegalStateException("An IPv6 address has 16 bytes", ex);
        }
    }

    /** The addresses of a client that has this one. */
    static Network networkOf(InetAddress address) {
        return new Network(address,
                address instanceof Inet6Address ? CLIENT_BITS : address.getAddress().length * Byte.SIZE);
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
