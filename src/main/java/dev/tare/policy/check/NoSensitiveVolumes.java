package dev.tare.policy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.tare.inspection.Inspection;

/** Checks that the config declares no system folder as a volume. Engines mount declared volumes by default. */
final class NoSensitiveVolumes extends Check {

    private static final Set<String> SYSTEM = Set.of("/", "/bin", "/boot", "/etc", "/lib", "/lib64", "/sbin", "/usr");

    /** Folders of the kernel. Paths below them count too. */
    private static final List<String> KERNEL = List.of("/dev", "/proc", "/sys");

    private static final Set<String> SOCKETS = Set.of("/run/docker.sock", "/var/run/docker.sock",
            "/run/containerd/containerd.sock", "/run/podman/podman.sock", "/run/crio/crio.sock");

    private static final String REMEDY = "Declare only the program's own folders as volumes, such as /data.";

    NoSensitiveVolumes() {
        super("no-sensitive-volumes", "No system folders as volumes",
                "The config declares no volume at the root folder, a system folder, a kernel folder or the socket of "
                        + "an engine.",
                "Engines mount declared volumes by default. A volume at one of these places can hide system files or "
                        + "expose those of the host.",
                "DKL-DI-0002");
    }

    @Override
    public boolean isOnlyForLinux() {
        return true;
    }

    @Override
    public CheckFinding judge(Inspection inspection) {
        Set<String> volumes = inspection.image().config().container().volumes();
        List<String> sensitive = volumes.stream().filter(volume -> isSensitive(normal(volume))).toList();
        if (!sensitive.isEmpty()) {
            return fail("The config declares these volumes: " + String.join(", ", sensitive) + ".",
                    REMEDY);
        }
        if (volumes.stream().anyMatch(HiddenWords::areIn)) {
            return unknown(HiddenWords.reason("A volume"), REMEDY);
        }
        return pass(volumes.isEmpty() ? "The config declares no volumes."
                : "The config declares these volumes: " + String.join(", ", volumes) + ".");
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
