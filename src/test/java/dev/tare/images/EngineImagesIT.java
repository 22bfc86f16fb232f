package dev.tare.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.engine.EngineException;
import dev.tare.engine.EngineImage;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.fixture.Certificates;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Image;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.NoSuchImageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An image that streams from a real engine is the same as in the archive that the engine saves. */
class EngineImagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final String reference = Leftovers.reference("engine");

    private Path loaded;

    @BeforeEach
    void build() {
        this.loaded = ImageBuilder.anImage(this.reference)
                .platform("linux/amd64")
                .layer(layer -> layer.file("base", "x".repeat(3_000_000)))
                .layer(layer -> layer.file("app", "y").whiteout("base"))
                .dockerArchive(DockerForm.ENGINE_20)
                .writeTar(this.folder.resolve("loaded.tar"));
    }

    @AfterEach
    void remove() throws Exception {
        run(0, "docker", "rmi", "--force", this.reference);
    }

    @Test
    void dockerReadsTheImageThatItSaves() throws Exception {
        EngineCommand.load(this.loaded);
        Path saved = this.folder.resolve("saved.tar");
        run(0, "docker", "save", "--output", saved.toString(), this.reference);
        Engines engines = Engines.ofThisUser();
        assertSame(read("docker://" + this.reference, engines), saved, "docker://" + this.reference);
        String id = run(0, "docker", "images", "--quiet", this.reference).strip();
        assertThat(read("docker://" + id, engines).layers()).hasSize(2);
        String repository = this.reference.substring(0, this.reference.lastIndexOf(':'));
        try {
            run(0, "docker", "tag", this.reference, repository);
            run(0, "docker", "tag", this.reference, repository + ":other");
            assertThat(read("docker://" + repository, engines).layers()).hasSize(2);
        } finally {
            run(0, "docker", "rmi", "--force", repository, repository + ":other");
        }
        assertThat(engines.engine(EngineKind.DOCKER, deadline()).images(1_000))
                .filteredOn(image -> image.names().contains(this.reference))
                .singleElement()
                .extracting(EngineImage::size)
                .isEqualTo(3_000_001L);
    }

    @Test
    void dockerWithoutTheImageOrThePlatformThrowsException() throws Exception {
        EngineCommand.load(this.loaded);
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> read("docker://" + this.reference + "-none", Engines.ofThisUser()))
                .satisfies(problem -> assertThat(problem.rule()).isEqualTo("no-such-image"));
        assertThatExceptionOfType(NoSuchImageException.class)
                .isThrownBy(() -> EngineArgument.parse("docker://" + this.reference, Engines.ofThisUser())
                        .open(Platform.parse("linux/s390x"), Limits.DEFAULTS)
                        .read((layer, tar, budget) -> true, new ImageBudget(Limits.DEFAULTS)));
    }

    @Test
    void dockerThroughTlsReadsTheSameImage() throws Exception {
        EngineCommand.load(this.loaded);
        Certificates certificates = Certificates.create(this.folder);
        Files.copy(certificates.authority(), this.folder.resolve("ca.pem"));
        Files.copy(certificates.clientCertificate(), this.folder.resolve("cert.pem"));
        Files.copy(certificates.clientKey(), this.folder.resolve("key.pem"));
        try (TlsProxy proxy = TlsProxy.start(certificates, socketOfDocker())) {
            Engines engines = new Engines(Map.of("DOCKER_HOST", proxy.address(), "DOCKER_TLS_VERIFY", "1",
                    "DOCKER_CERT_PATH", this.folder.toString())::get, this.folder);
            assertSame(read("docker://" + this.reference, engines), this.loaded, "docker://" + this.reference);
        }
    }

    @Test
    void podmanReadsTheImageThatItSaves() throws Exception {
        Path socket = this.folder.resolve("podman.sock");
        List<String> podman = List.of("podman", "--root", this.folder.resolve("root").toString(), "--runroot",
                this.folder.resolve("run").toString(), "--storage-driver", "vfs");
        run(0, concat(podman, "load", "--input", this.loaded.toString()));
        Path saved = this.folder.resolve("podman.tar");
        String reference = "localhost/" + this.reference;
        run(0, concat(podman, "save", "--output", saved.toString(), reference));
        Process service = new ProcessBuilder(concat(podman, "system", "service", "--time=0", "unix://" + socket))
                .redirectErrorStream(true)
                .redirectOutput(this.folder.resolve("podman.log").toFile())
                .start();
        try {
            Engines engines = new Engines(Map.of("CONTAINER_HOST", "unix://" + socket)::get, this.folder);
            await(service, engines);
            assertSame(read("podman://" + reference, engines), saved, "podman://" + reference);
            assertThat(engines.engine(EngineKind.PODMAN, deadline()).images(10)).singleElement()
                    .satisfies(image -> assertThat(image.names()).containsExactly(reference));
            assertThatExceptionOfType(EngineException.class).isThrownBy(() -> read("podman://none", engines))
                    .satisfies(problem -> assertThat(problem.rule()).isEqualTo("no-such-image"));
        } finally {
            service.destroy();
            service.waitFor();
        }
    }

    private void await(Process service, Engines engines) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end && service.isAlive();) {
            if (engines.local(EngineKind.PODMAN, deadline()) != null) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "Podman does not start here: " + Files.readString(this.folder.resolve("podman.log")));
    }

    private static void assertSame(Image read, Path archive, String name) {
        Image saved = new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.open(archive, ImageSelection.ONLY, Limits.DEFAULTS))
                .image();
        assertThat(read.name()).isEqualTo(name);
        assertThat(read.withName(saved.name())).isEqualTo(saved);
    }

    private static Image read(String text, Engines engines) {
        return new Inspector(Limits.DEFAULTS)
                .inspect(EngineArgument.parse(text, engines).open(null, Limits.DEFAULTS))
                .image();
    }

    private static Path socketOfDocker() {
        String host = System.getenv("DOCKER_HOST");
        return Path.of(host != null && host.startsWith("unix://") ? host.substring("unix://".length())
                : "/var/run/docker.sock");
    }

    private static Deadline deadline() {
        return Deadline.of(Limits.DEFAULTS);
    }

    private static List<String> concat(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    private static String run(int status, String... command) throws Exception {
        return run(status, List.of(command));
    }

    private static String run(int status, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
