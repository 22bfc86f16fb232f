package dev.tare.kubernetes;

import java.util.List;
import java.util.Set;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">restricted</a> Pod Security
 * Standard, control by control, and Tare's further requirements.
 */
class PodSecurityTests {

    private final PodSpec pod = Manifests.pod();

    private final PodSecurityContext podContext = this.pod.getSecurityContext();

    private final Container container = Manifests.container();

    private final SecurityContext context = this.container.getSecurityContext();

    @Test
    void podHasOneContainer() {
        assertThat(this.pod.getContainers()).hasSize(1);
        assertThat(this.pod.getInitContainers()).isEmpty();
        assertThat(this.pod.getEphemeralContainers()).isEmpty();
    }

    @Test
    void podSharesNothingWithItsNode() {
        assertThat(this.pod.getHostNetwork()).isNotEqualTo(true);
        assertThat(this.pod.getHostPID()).isNotEqualTo(true);
        assertThat(this.pod.getHostIPC()).isNotEqualTo(true);
        assertThat(this.container.getPorts()).extracting(ContainerPort::getHostPort).containsOnlyNulls();
        assertThat(this.podContext.getSysctls()).isEmpty();
        assertThat(this.podContext.getSeLinuxOptions()).isNull();
        assertThat(this.podContext.getAppArmorProfile()).isNull();
    }

    @Test
    void podRunsAsNonRoot() {
        assertThat(this.podContext.getRunAsNonRoot()).isTrue();
        assertThat(this.podContext.getRunAsUser()).isEqualTo(65532);
        assertThat(this.podContext.getRunAsGroup()).isEqualTo(65532);
        assertThat(this.podContext.getSupplementalGroups()).isEmpty();
        assertThat(this.podContext.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    }

    @Test
    void containerKeepsTheUserAndProfileOfThePod() {
        assertThat(this.context.getRunAsNonRoot()).isNull();
        assertThat(this.context.getRunAsUser()).isNull();
        assertThat(this.context.getRunAsGroup()).isNull();
        assertThat(this.context.getSeccompProfile()).isNull();
        assertThat(this.context.getSeLinuxOptions()).isNull();
        assertThat(this.context.getAppArmorProfile()).isNull();
        assertThat(this.context.getProcMount()).isNull();
    }

    @Test
    void containerGainsNoPrivileges() {
        Capabilities capabilities = this.context.getCapabilities();
        assertThat(this.context.getPrivileged()).isNotEqualTo(true);
        assertThat(this.context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(capabilities.getDrop()).containsExactly("ALL");
        assertThat(capabilities.getAdd()).isEmpty();
    }

    @Test
    void containerWritesToItsVolumesOnly() {
        assertThat(this.context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(this.container.getVolumeMounts()).singleElement()
                .satisfies((mount) -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
    }

    @Test
    void everyVolumeIsAnEmptyDirWithALimit() {
        List<Volume> volumes = this.pod.getVolumes();
        assertThat(volumes).isNotEmpty().allSatisfy((volume) -> {
            assertThat(StrictYaml.fieldsOf(volume)).isEqualTo(Set.of("name", "emptyDir"));
            assertThat(volume.getEmptyDir().getSizeLimit().getNumericalAmount()).isPositive();
        });
    }

    @Test
    void podHasNoCredentialsOfTheCluster() {
        assertThat(this.pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(Manifests.serviceAccount().getAutomountServiceAccountToken()).isFalse();
        assertThat(this.pod.getEnableServiceLinks()).isFalse();
    }

    @Test
    void containerHasRequestsAndLimits() {
        assertThat(this.container.getResources().getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
        assertThat(this.container.getResources().getLimits()).containsKeys("cpu", "memory", "ephemeral-storage");
        assertThat(this.container.getResources().getLimits()).containsEntry("memory",
                this.container.getResources().getRequests().get("memory"));
    }

}
