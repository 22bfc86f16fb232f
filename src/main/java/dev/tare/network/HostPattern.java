package dev.tare.network;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One host, or all hosts whose names have the same end.
 *
 * @param host     in its {@linkplain #normalized normal} form
 * @param isSuffix whether the hosts below this name match, and not the host itself
 * @param port     0 if the pattern has none
 */
record HostPattern(String host, boolean isSuffix, int port) {

    private static final Pattern FORM =
            Pattern.compile("([*][.])?([^:/*\\s\\[\\]%@]+|\\[[0-9a-fA-F:.]+])(?::([0-9]{1,5}))?");

    /** The names of Docker Hub, which has the first one in names of images. */
    private static final Set<String> DOCKER_HUB = Set.of("docker.io", "index.docker.io", "registry-1.docker.io");

    /** The ports of a registry that is named without one. */
    private static final Set<Integer> USUAL_PORTS = Set.of(443, 80);

    private static final int MAX_PORT = 0xffff;

    /**
     * Parses {@code HOST}, {@code HOST:PORT}, {@code *.SUFFIX} or {@code *.SUFFIX:PORT}. A host is a name, an IPv4 address
     * or an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static HostPattern parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        int port = matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : 0;
        if (!matcher.matches() || port > MAX_PORT || (matcher.group(3) != null && port == 0)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not valid. Expected HOST[:PORT] or *.SUFFIX[:PORT], "
                            + "such as registry.example.com:5000.");
        }
        boolean isSuffix = matcher.group(1) != null;
        String host = normalized(matcher.group(2));
        return new HostPattern(!isSuffix && DOCKER_HUB.contains(host) ? "docker.io" : host, isSuffix, port);
    }

    /** Whether this is the host and the port. A pattern without a port has the ports 443 and 80. */
    boolean matches(String host, int port) {
        return matchesName(host) && (this.port == 0 ? USUAL_PORTS.contains(port) : this.port == port);
    }

    /** Whether this is the host, and the port if the pattern has one. */
    boolean matchesAnyPort(String host, int port) {
        return matchesName(host) && (this.port == 0 || this.port == port);
    }

    /** Lower case, without dots at the end, and with international names in ASCII. An address has one form only. */
    static String normalized(String host) {
        InetAddress address = Network.literal(host);
        if (address != null) {
            return address.getHostAddress();
        }
        String name = host.toLowerCase(Locale.ROOT);
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        try {
            return IDN.toASCII(name.substring(0, end), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException ex) {
            return name.substring(0, end);
        }
    }

    private boolean matchesName(String host) {
        if (this.isSuffix) {
            return host.endsWith("." + this.host);
        }
        return host.equals(this.host) || (this.host.equals("docker.io") && DOCKER_HUB.contains(host));
    }
}
