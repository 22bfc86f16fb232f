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
 * The security context and the limits of the Kubernetes manifest in the engine's terms. The engine's own seccomp profile
 * is what RuntimeDefault means, and without swap a memory limit is what it is on a node.
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

    static long memoryBytes() {
        return bytes(CONTAINER.getResources().getLimits().get("memory"));
    }

    /**
     * The limit, but never more than there are: the engine refuses what a node would merely not reach.
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

    // A tmpfs of the engine refuses to run what it holds unless told otherwise; an emptyDir does not.
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
