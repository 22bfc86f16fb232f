package dev.tare.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Hosts and networks that an operator lists. */
record HostList(List<HostPattern> hosts, List<Network> networks) {

    HostList {
        hosts = List.copyOf(hosts);
        networks = List.copyOf(networks);
    }

    /**
     * Parses hosts, networks such as {@code 10.0.0.0/8}, and addresses. An address is a host and a network.
     *
     * @param setting names the setting in errors
     * @throws IllegalArgumentException if a text has another form
     */
    static HostList parse(String setting, List<String> texts) {
        List<HostPattern> hosts = new ArrayList<>();
        List<Network> networks = new ArrayList<>();
        for (String text : texts) {
            try {
                InetAddress address = Network.literal(text.strip());
                if (address != null || text.indexOf('/') >= 0) {
                    networks.add(Network.parse(text.strip()));
                }
                if (address != null) {
                    hosts.add(new HostPattern(HostPattern.normalized(text.strip()), false, 0));
                } else if (text.indexOf('/') < 0) {
                    hosts.add(HostPattern.parse(text));
                }
            } catch (IllegalArgumentException ex) {
                throw new IllegalArgumentException(setting + ": " + ex.getMessage(), ex);
            }
        }
        return new HostList(hosts, networks);
    }

    boolean isEmpty() {
        return this.hosts.isEmpty() && this.networks.isEmpty();
    }

    boolean has(Host host) {
        return this.hosts.stream().anyMatch(pattern -> pattern.matches(host.name(), host.port()));
    }

    boolean hasWithAnyPort(Host host) {
        return this.hosts.stream().anyMatch(pattern -> pattern.matchesAnyPort(host.name(), host.port()));
    }

    boolean has(InetAddress address) {
        return this.networks.stream().anyMatch(network -> network.contains(address));
    }
}
