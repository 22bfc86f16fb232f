package dev.tare.policy.check;

import java.util.SortedSet;

import dev.tare.inspection.Inspection;

/** Checks that the config exposes the program's ports. */
final class PortExposed extends Check {

    PortExposed() {
        super("port-exposed", "Exposes its port", "The config exposes a port.",
                "People and tools read from it where the program listens.");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        SortedSet<String> ports = inspection.image().config().container().exposedPorts();
        return ports.isEmpty()
                ? warn("No port is exposed.", "Expose the port if the program serves one, such as 8080.")
                : pass("Exposed: " + String.join(", ", ports) + ".");
    }
}
