package dev.tare.registry.proxy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

import dev.tare.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are reached without a proxy, as Go programs such as Docker read {@code NO_PROXY}: {@code *}, names with
 * their subdomains, subdomains only ({@code .example.com}), addresses and networks, with an optional port.
 */
final class NoProxy {

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
        String name = host.toLowerCase(Locale.ROOT);
        InetAddress address = Network.literal(name);
        return name.equals("localhost") || (address != null && address.isLoopbackAddress())
                || this.entries.stream().anyMatch(entry -> entry.test(name, port));
    }

    private static BiPredicate<String, Integer> entry(String entry) {
        if (entry.equals("*")) {
            return (_, _) -> true;
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && entry.substring(colon + 1).matches("[0-9]{1,5}")
                && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        String host = hasPort ? entry.substring(0, colon) : entry;
        int port = hasPort ? Integer.parseInt(entry.substring(colon + 1)) : -1;
        Network network = network(host);
        return (name, actual) -> (port < 0 || port == actual)
                && (network == null ? isWithin(name, host) : isWithin(Network.literal(name), network));
    }

    private static boolean isWithin(String name, String entry) {
        if (Network.literal(name) != null) {
            return false;
        }
        String suffix = entry.startsWith("*.") ? entry.substring(1) : entry;
        return suffix.startsWith(".") ? name.endsWith(suffix) : name.equals(suffix) || name.endsWith("." + suffix);
    }

    private static boolean isWithin(@Nullable InetAddress address, Network network) {
        return address != null && network.contains(address);
    }

    private static @Nullable Network network(String text) {
        try {
            return Network.parse(text);
        } catch (IllegalArgumentException ex) {
            return null;
        }
    }
}
