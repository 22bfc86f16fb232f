package dev.tare.network;

import java.net.InetAddress;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A host to which a request leads.
 *
 * @param name    in its {@linkplain HostPattern#normalized normal} form
 * @param port    the usual one of the scheme if the address has none
 * @param address the address if it is written in place of a name, or {@code null}
 */
record Host(String name, int port, @Nullable InetAddress address) {

    private static final int HTTPS_PORT = 443;

    private static final int HTTP_PORT = 80;

    static Host of(URI uri) {
        int usual = "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        return new Host(HostPattern.normalized(uri.getHost()), uri.getPort() < 0 ? usual : uri.getPort(),
                Network.literal(uri.getHost()));
    }

    /** @param authority a host with an optional port; without one it is 443 */
    static Host of(String authority) {
        return of(URI.create("https://" + authority));
    }

    /**
     * Whether the host is neither a name nor an address that every program reads in the same way. Some read 127.1, 0x7f.1
     * and 2130706433 as 127.0.0.1. A zone selects an interface of this machine.
     */
    boolean isOdd() {
        String last = this.name.substring(this.name.lastIndexOf('.') + 1);
        return this.address == null && (last.isEmpty() || Character.isDigit(last.charAt(0))
                || this.name.indexOf(':') >= 0 || this.name.indexOf('%') >= 0);
    }

    /** Whether only private networks know the name: one label, or a domain that no public name server has. */
    boolean isPrivateName() {
        return this.address == null && (this.name.indexOf('.') < 0
                || this.name.matches(".+[.](?:localhost|localdomain|local|internal|intranet|lan|home[.]arpa)"));
    }

    @Override
    public String toString() {
        return this.name + ":" + this.port;
    }
}
