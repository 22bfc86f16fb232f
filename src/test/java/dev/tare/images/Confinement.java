package dev.tare.images;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;

/**
 * The security context and the limits of the Kubernetes manifest as options of the engine. RuntimeDefault is the engine's
 * own seccomp profile. Without swap, a memory limit works as on a node.
 */
final class Confinement {

    private static final PodSpec POD = Manifests.pod();

    private static final Container CONTAINER = Manifests.container();

    private Confinement() {}

    static void apply(CreateContainerCmd command) {
        PodSecurityContext context = POD.getSecurityContext();
        command.withUser("%d:%d".formatted(context.getRunAsUser(), context.getRunAsGroup()));
        apply(hostConfigOf(command));
    }

    /** The limit as the manifest states it, such as {@code 1 GiB}. */
    static String memory() {
        Quantity limit = CONTAINER.getResources().getLimits().get("memory");
        return limit.getAmount() + " " + limit.getFormat() + "B";
    }

    static long memoryBytes() {
        return bytes(CONTAINER.getResources().getLimits().get("memory"));
    }

    /**
     * The limit, at most the number of processors. The engine rejects a higher limit, and a node accepts it.
     */
    static double cpus() {
        double limit = CONTAINER.getResources().getLimits().get("cpu").getNumericalAmount().doubleValue();
        Integer available = Engine.client().infoCmd().exec().getNCPU();
        return (available != null) ? Math.min(limit, available) : limit;
    }

    private static void apply(HostConfig host) {
        SecurityContext context = CONTAINER.getSecurityContext();
        host.withReadonlyRootfs(context.getReadOnlyRootFilesystem())
                .withCapDrop(capabilities(context.getCapabilities().getDrop()))
                .withTmpFs(emptyDirs())
                .withNanoCPUs((long) (cpus() * 1_000_000_000))
                .withMemory(memoryBytes())
                .withMemorySwap(memoryBytes());
        if (!context.getAllowPrivilegeEscalation()) {
            host.withSecurityOpts(List.of("no-new-privileges"));
        }
    }

    private static HostConfig hostConfigOf(CreateContainerCmd command) {
        HostConfig host = command.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("The command has no host configuration");
        }
        return host;
    }

    private static Capability[] capabilities(List<String> names) {
        return names.stream().map(Capability::valueOf).toArray(Capability[]::new);
    }

    private static Map<String, String> emptyDirs() {
        return CONTAINER.getVolumeMounts()
                .stream()
                .collect(Collectors.toMap((mount) -> mount.getMountPath(), (mount) -> emptyDir(mount.getName())));
    }

    // By default, programs cannot run from a tmpfs of the engine, but they can from an emptyDir.
    private static String emptyDir(String volume) {
        Quantity limit = POD.getVolumes()
                .stream()
                .filter((candidate) -> candidate.getName().equals(volume))
                .map((candidate) -> candidate.getEmptyDir().getSizeLimit())
                .findFirst()
                .orElseThrow();
        return "rw,exec,mode=1777,size=" + bytes(limit);
    }

    private static long bytes(Quantity quantity) {
        return quantity.getNumericalAmount().longValueExact();
    }

}
