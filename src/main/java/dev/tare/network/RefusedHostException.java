package dev.tare.network;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** A policy forbids connections to a host. The message has its addresses: it is for the operator, not for clients. */
public class RefusedHostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String host;

    private final boolean isName;

    private RefusedHostException(String host, boolean isName, String message) {
        super(message);
        this.host = host;
        this.isName = isName;
    }

    /** The policy forbids the name, whatever its addresses are. */
    static RefusedHostException ofName(String host) {
        return new RefusedHostException(host, true, "The host " + host + " is not allowed");
    }

    /** The policy forbids all addresses of the host, or it has no address. */
    static RefusedHostException ofAddresses(String host, List<InetAddress> addresses) {
        return new RefusedHostException(host, false, addresses.isEmpty() ? "The host " + host + " is unknown"
                : "The host " + host + " has only addresses that are not allowed ("
                        + addresses.stream().map(RefusedHostException::described).collect(Collectors.joining("; "))
                        + ")");
    }

    /** The host, perhaps with a port. */
    public String host() {
        return this.host;
    }

    /** Whether the policy forbids the name of the host, not only its addresses. */
    public boolean isName() {
        return this.isName;
    }

    private static String described(InetAddress address) {
        SpecialAddress special = SpecialAddress.find(address);
        return address.getHostAddress() + (special == null ? "" : ", " + special.purpose());
    }
}
