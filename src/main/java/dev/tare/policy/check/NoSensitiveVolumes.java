package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.tare.inspection.Inspection;

/** Checks that the config declares no system folder as a volume: engines would mount over it unasked. */
final class NoSensitiveVolumes extends Check {

    private static final Set<String> SYSTEM = Set.of("/", "/bin", "/boot", "/etc", "/lib", "/lib64", "/sbin", "/usr");

    /** What is below them is the kernel's too. */
    private static final List<String> KERNEL = List.of("/dev", "/proc", "/sys");

    private static final Set<String> SOCKETS = Set.of("/run/docker.sock", "/var/run/docker.sock",
            "/run/containerd/containerd.sock", "/run/podman/podman.sock", "/run/crio/crio.sock");

    private static final String REMEDY = "Declare folders of the program's own as volumes, such as /data.";

    NoSensitiveVolumes() {
        super("no-sensitive-volumes", "Declares no system folder as a volume",
                "No declared volume is the root folder, a folder of the system or of the kernel, or an engine's "
                        + "socket.",
                "Engines mount something there unasked, over the system's files or into reach of the host's.",
                "DKL-DI-0002");
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Set<String> volumes = inspection.image().config().container().volumes();
        List<String> sensitive = volumes.stream().filter(volume -> isSensitive(normal(volume))).toList();
        if (!sensitive.isEmpty()) {
            return fail("Declared as volumes: " + String.join(", ", sensitive) + ".",
                    REMEDY);
        }
        if (volumes.stream().anyMatch(HiddenWords::areIn)) {
            return unknown(HiddenWords.reason("A volume"), REMEDY);
        }
        return pass(volumes.isEmpty() ? "No volume is declared."
                : "Declared as volumes: " + String.join(", ", volumes) + ".");
    }

    private static boolean isSensitive(String volume) {
        return SYSTEM.contains(volume) || SOCKETS.contains(volume)
                || KERNEL.stream().anyMatch(folder -> volume.equals(folder) || volume.startsWith(folder + "/"));
    }

    private static String normal(String path) {
        List<String> names = new ArrayList<>();
        Arrays.stream(path.split("/")).forEach(name -> {
            if (name.equals("..") && !names.isEmpty()) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
        });
        return "/" + String.join("/", names);
    }
}
