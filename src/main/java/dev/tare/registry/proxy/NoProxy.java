package dev.tare.registry.proxy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

import org.jspecify.annotations.Nullable;

/**
 * The hosts that are reached without a proxy, as Go programs such as Docker read {@code NO_PROXY}: {@code *}, names with
 * their subdomains, subdomains only ({@code .example.com}), addresses and networks, with an optional port.
 */
final class NoProxy {

    private static final int BYTE = 8;

    private final List<BiPredicate<String, Integer>> entries;

    private NoProxy(List<BiPredicate<String, Integer>> entries) {
        this.entries = entries;
    }

    /** Parses entries between commas or spaces. An entry of another form matches nothing. */
    static NoProxy parse(String text) {
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(NoProxy::entry)
                .toList());
    }

    /** Whether the host is reached directly. Names and addresses of this machine always are. */
    boolean matches(String host, int port) {
        String name = unbracketed(host.toLowerCase(Locale.ROOT));
        InetAddress address = literal(name);
        return name.equals("localhost") || (address != null && address.isLoopbackAddress())
                || this.entries.stream().anyMatch(entry -> entry.test(name, port));
    }

    private static BiPredicate<String, Integer> entry(String entry) {
        if (entry.equals("*")) {
            return (_, _) -> true;
        }
        int slash = entry.indexOf('/');
        if (slash >= 0) {
            return network(literal(entry.substring(0, slash)), entry.substring(slash + 1));
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.substring(colon + 1).matches("[0-9]{1,5}")
                && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        String host = unbracketed(hasPort ? entry.substring(0, colon) : entry);
        int port = hasPort ? Integer.parseInt(entry.substring(colon + 1)) : -1;
        InetAddress address = literal(host);
        return (name, actual) -> (port < 0 || port == actual)
                && (address == null ? isWithin(name, host) : address.equals(literal(name)));
    }

    private static boolean isWithin(String name, String entry) {
        String suffix = entry.startsWith("*.") ? entry.substring(1) : entry;
        return suffix.startsWith(".") ? name.endsWith(suffix) : name.equals(suffix) || name.endsWith("." + suffix);
    }

    private static BiPredicate<String, Integer> network(@Nullable InetAddress network, String prefix) {
        if (network == null || !prefix.matches("[0-9]{1,3}")) {
            return (_, _) -> false;
        }
        byte[] bits = network.getAddress();
        int length = Math.min(Integer.parseInt(prefix), bits.length * BYTE);
        return (name, _) -> {
            InetAddress address = literal(name);
            return address != null && startsWith(address.getAddress(), bits, length);
        };
    }

    private static boolean startsWith(byte[] address, byte[] network, int length) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int mask = 1 << (BYTE - 1 - i % BYTE);
            if ((address[i / BYTE] & mask) != (network[i / BYTE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }
}
