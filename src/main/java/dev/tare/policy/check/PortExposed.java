package dev.tare.policy.check;

import java.util.SortedSet;

import dev.tare.inspection.Inspection;

/** Checks that the config exposes a port. */
final class PortExposed extends Check {

    PortExposed() {
        super("port-exposed", "Port exposed", "The config exposes at least one port.",
                "People and tools can then see where the program listens.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        SortedSet<String> ports = inspection.image().config().container().exposedPorts();
        return ports.isEmpty()
                ? warn("The config exposes no port.", "If the program listens on a port, expose it, for example 8080.")
                : pass("The config exposes " + String.join(", ", ports) + ".");
    }
}
