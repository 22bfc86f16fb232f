package dev.tare.images;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.api.exception.DockerException;
import dev.tare.fixture.Scale;
import dev.tare.images.Program.Outcome;
import dev.tare.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs the two images under the security context of the Kubernetes manifest.
 */
class ImageRuntimeIT {

    private static final Map<Flavour, TareContainer> RUNNING = new EnumMap<>(Flavour.class);

    @BeforeAll
    static void start() {
        for (Flavour flavour : Flavour.values()) {
            TareContainer container = new TareContainer(flavour);
            RUNNING.put(flavour, container);
            container.start();
        }
    }

    @AfterAll
    static void stop() {
        RUNNING.values().forEach(TareContainer::stop);
    }

    @ParameterizedTest
    @EnumSource
    void answersEveryProbeOfTheManifest(Flavour flavour) throws IOException, InterruptedException {
        Container manifest = Manifests.container();
        for (Probe probe : List.of(manifest.getStartupProbe(), manifest.getLivenessProbe(),
                manifest.getReadinessProbe())) {
            assertThat(running(flavour).get(probe.getHttpGet()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void bothServeTheSameHomePage() throws IOException, InterruptedException {
        HttpResponse<byte[]> slim = running(Flavour.SLIM).get("/");
        HttpResponse<byte[]> distroless = running(Flavour.DISTROLESS).get("/");
        assertThat(slim.statusCode()).isEqualTo(200);
        assertThat(distroless.statusCode()).isEqualTo(200);
        assertThat(withoutAddress(distroless)).contains("ADDRESS/api/comparisons").isEqualTo(withoutAddress(slim));
    }

    /** The page contains its own address. */
    private static String withoutAddress(HttpResponse<byte[]> page) {
        return new String(page.body(), StandardCharsets.UTF_8).replace(page.uri().getAuthority(), "ADDRESS");
    }

    @ParameterizedTest
    @EnumSource
    void servesItsBillOfMaterials(Flavour flavour) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = running(flavour).getManagement("/actuator/sbom/application");
        assertThat(response.statusCode()).as("a build with -o cannot write the bill of materials").isEqualTo(200);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("CycloneDX");
    }

    @ParameterizedTest
    @EnumSource
    void managementIsNotServedToVisitors(Flavour flavour) throws IOException, InterruptedException {
        assertThat(running(flavour).get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void runsOnTemurin25(Flavour flavour) {
        Outcome outcome = LoadedImage.of(flavour).javaVersion();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("openjdk version \"25").contains("Temurin-25");
    }

    @ParameterizedTest
    @EnumSource
    void runsAsOneUnprivilegedUserWithoutFurtherGroups(Flavour flavour) {
        ProcessStatus process = ProcessStatus.of(running(flavour));
        assertThat(process.numbers("Uid")).containsOnly(65532);
        assertThat(process.numbers("Gid")).containsOnly(65532);
        assertThat(process.numbers("Groups")).isSubsetOf(65532);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoCapabilitiesAndCannotGainAny(Flavour flavour) {
        ProcessStatus process = ProcessStatus.of(running(flavour));
        assertThat(List.of("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")).extracting(process::field)
                .containsOnly("0".repeat(16));
        assertThat(process.field("NoNewPrivs")).isEqualTo("1");
        assertThat(process.field("Seccomp")).as("the engine's profile (RuntimeDefault)")
                .isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource
    void listensOnItsTwoPortsOnly(Flavour flavour) {
        assertThat(ListeningPorts.of(running(flavour))).containsExactly(TareContainer.HTTP_PORT,
                TareContainer.MANAGEMENT_PORT);
    }

    @ParameterizedTest
    @EnumSource
    void answersTheRequestInFlightWhenTerminated(Flavour flavour) throws IOException, InterruptedException {
        for (int i = 0; i < Scale.of("tare.kills", 1, 5); i++) {
            terminateWithARequestInFlight(flavour);
        }
    }

    static final List<List<String>> PROGRAMS = List.of(List.of("sh", "-c", "true"), List.of("apt-get", "--version"),
            List.of("dpkg", "--version"));

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void slimHasAShellAndAPackageManager(List<String> command) {
        assertThat(new Program(LoadedImage.of(Flavour.SLIM), command).run().exitCode()).isZero();
    }

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void distrolessHasNeitherShellNorPackageManager(List<String> command) {
        Program program = new Program(LoadedImage.of(Flavour.DISTROLESS), command);
        assertThatExceptionOfType(DockerException.class).isThrownBy(program::run)
                .withMessageContaining("\\\"%s\\\": executable file not found in $PATH", command.getFirst());
    }

    private static void terminateWithARequestInFlight(Flavour flavour) throws IOException, InterruptedException {
        try (TareContainer container = new TareContainer(flavour)) {
            container.start();
            try (SlowUpload upload = SlowUpload.begin(container.address())) {
                container.terminate();
                container.awaitRefusal();
                assertThat(upload.finish()).startsWith("HTTP/1.1 201");
            }
            assertThat(container.awaitEnd()).as("128 plus the number of SIGTERM")
                    .isEqualTo(143);
        }
    }

    private static TareContainer running(Flavour flavour) {
        TareContainer container = RUNNING.get(flavour);
        assertThat(container).isNotNull();
        return container;
    }

}
