package dev.tare.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Addresses for a special purpose, which no host of the internet has.
 *
 * @param purpose such as {@code a private address}
 * @param isLocal whether hosts of private networks have these addresses
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 Special-Purpose Address
 *      Registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IANA IPv6 Special-Purpose Address
 *      Registry</a>
 * @see <a href="https://www.iana.org/assignments/ipv6-address-space">IANA Internet Protocol Version 6 Address Space</a>
 */
record SpecialAddress(Network network, String purpose, boolean isLocal) {

    /** Routers translate these addresses to the IPv4 address in the last four bytes (NAT64, RFC 6052). */
    private static final Network TRANSLATED = Network.parse("64:ff9b::/96");

    /** All addresses that IANA assigns to hosts of the internet. */
    private static final Network INTERNET = Network.parse("2000::/3");

    /**
     * The first network that has an address counts. Some addresses that IANA calls globally reachable are for routers and
     * protocols only, and are left in.
     */
    private static final List<SpecialAddress> TABLE = List.of(
            // Clouds hand out credentials of the machine at these addresses.
            special("169.254.169.254", "a cloud metadata address"),
            special("168.63.129.16", "a cloud metadata address"),
            special("100.100.100.200", "a cloud metadata address"),
            special("fd00:ec2::254", "a cloud metadata address"),
            special("fd20:ce::254", "a cloud metadata address"),
            local("127.0.0.0/8", "a loopback address"),
            local("10.0.0.0/8", "a private address"),
            local("172.16.0.0/12", "a private address"),
            local("192.168.0.0/16", "a private address"),
            local("100.64.0.0/10", "a carrier-grade NAT address"),
            special("0.0.0.0/8", "an unspecified address"),
            special("169.254.0.0/16", "a link-local address"),
            special("192.0.0.0/24", "a reserved address"),
            special("192.0.2.0/24", "a documentation address"),
            special("192.88.99.0/24", "a 6to4 address"),
            special("198.18.0.0/15", "a benchmark address"),
            special("198.51.100.0/24", "a documentation address"),
            special("203.0.113.0/24", "a documentation address"),
            special("224.0.0.0/4", "a multicast address"),
            special("240.0.0.0/4", "a reserved address"),
            local("::1", "a loopback address"),
            special("::", "an unspecified address"),
            special("::/96", "an IPv4-compatible address"),
            local("fc00::/7", "a private address"),
            special("64:ff9b:1::/48", "a private NAT64 address"),
            special("fe80::/10", "a link-local address"),
            special("fec0::/10", "a site-local address"),
            special("ff00::/8", "a multicast address"),
            special("2001::/32", "a Teredo address"),
            special("2001:2::/48", "a benchmark address"),
            special("2001::/23", "a reserved address"),
            special("2001:db8::/32", "a documentation address"),
            special("2002::/16", "a 6to4 address"),
            special("3fff::/20", "a documentation address"));

    /** The special purpose of an address, or {@code null} if it is one of the internet. */
    static @Nullable SpecialAddress find(InetAddress address) {
        InetAddress plain = translated(address);
        for (SpecialAddress special : TABLE) {
            if (special.network.contains(plain)) {
                return special;
            }
        }
        boolean isInternet = plain.getAddress().length == 4 || INTERNET.contains(plain);
        return isInternet ? null : new SpecialAddress(INTERNET, "a reserved address", false);
    }

    /**
     * The IPv4 address to which a connection leads, or the address itself. Java itself reads IPv4-mapped addresses, such as
     * {@code ::ffff:127.0.0.1}, as IPv4 addresses.
     */
    static InetAddress translated(InetAddress address) {
        byte[] bytes = address.getAddress();
        return TRANSLATED.contains(address) ? of(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)) : address;
    }

    private static SpecialAddress special(String network, String purpose) {
        return new SpecialAddress(Network.parse(network), purpose, false);
    }

    private static SpecialAddress local(String network, String purpose) {
        return new SpecialAddress(Network.parse(network), purpose, true);
    }

    private static InetAddress of(byte[] address) {
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException ex) {
            throw new IllegalStateException("An address has 4 or 16 bytes", ex);
        }
    }
}
