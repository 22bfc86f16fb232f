package dev.tare.images;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The ports that a container listens on, TCP and UDP, IPv4 and IPv6, from
 * <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">/proc/net</a>, read from beside the container.
 */
final class ListeningPorts {

    private static final Set<String> STATES = Set.of("0A", "07");

    private ListeningPorts() {}

    static Set<Integer> of(TareContainer container) {
        Program program = Program.of(Flavour.SLIM, "sh", "-c",
                "for table in tcp tcp6 udp udp6; do test ! -e /proc/net/$table || cat /proc/net/$table; done");
        return parse(program.runBeside(container).output());
    }

    // A line reads "0: 00000000:1F90 00000000:0000 0A ...": local address and port, the peer's, and the state, which
    // is 0A for a listening TCP socket and 07 for a UDP socket without a peer.
    static Set<Integer> parse(String tables) {
        return tables.lines()
                .map((line) -> line.strip().split("\\s+"))
                .filter((fields) -> fields.length > 3 && STATES.contains(fields[3]))
                .map((fields) -> Integer.valueOf(fields[1].substring(fields[1].indexOf(':') + 1), 16))
                .collect(Collectors.toCollection(TreeSet::new));
    }

}
