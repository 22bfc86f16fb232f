package dev.tare.source.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tare.engine.EngineException;
import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Image;
import dev.tare.image.InvalidImageException;
import dev.tare.image.InvalidValueException;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.format.NoSuchImageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class EngineSourceTests {

    private static final Platform ARM = Platform.parse("linux/arm64");

    private static final String ID = "sha256:" + "ab".repeat(32);

    private final ImageBuilder image = ImageBuilder.anImage("app:1")
            .platform("linux/amd64")
            .layer(layer -> layer.file("base", "x"))
            .layer(layer -> layer.file("app", "y"));

    private byte[] archive = this.image.asDockerArchive();

    private String api = "1.41";

    @TempDir
    private Path folder;

    private @Nullable FakeEngine engine;

    @AfterEach
    void stop() {
        if (this.engine != null) {
            this.engine.close();
        }
    }

    @ParameterizedTest
    @EnumSource(DockerForm.class)
    void readReturnsTheImageOfTheArchiveUnderTheGivenName(DockerForm form) {
        this.archive = this.image.asDockerArchive(form);
        Image read = new Inspector(Limits.DEFAULTS).inspect(source("docker://app:1", null)).image();
        assertThat(read.name()).isEqualTo("docker://app:1");
        assertThat(read.layers()).extracting(layer -> layer.diffId().digest()).isEqualTo(this.image.diffIds());
    }

    /** By a name without a tag, an engine saves all tags of the repository. */
    @Test
    void readWhenTheRepositoryHasSeveralTagsReadsTheImageOfTheName() {
        assertThat(read("docker://app", null).name()).isEqualTo("docker://app");
        assertThat(paths()).last().asString().endsWith("/images/" + ID + "/get");
    }

    @Test
    void platformsAreThoseOfTheEngine() {
        assertThat(source("docker://app:1", null).platforms(Deadline.of(Limits.DEFAULTS))).hasToString("[linux/amd64]");
    }

    @Test
    void readTwiceRequestsTheArchiveTwiceButScansItsLayersOnce() {
        this.archive = this.image.asDockerArchive(DockerForm.ENGINE_25);
        LayerCache cache = new LayerCache(1 << 20);
        Inspector inspector = new Inspector(Limits.DEFAULTS, cache);
        ImageSource source = source("docker://app:1", null);
        Inspection first = inspector.inspect(source);
        assertThat(inspector.inspect(source).image()).isEqualTo(first.image());
        assertThat(paths()).filteredOn(path -> path.endsWith("/get")).hasSize(2);
        assertThat(cache.read()).isEqualTo(2);
        assertThat(cache.found()).isEqualTo(2);
    }

    @Test
    void readWhenTheEngineHasOnlyAnotherPlatformDoesNotRequestTheArchive() {
        assertThatExceptionOfType(NoSuchImageException.class)
                .isThrownBy(() -> read("docker://app:1", ARM))
                .satisfies(problem -> assertThat(problem.choices()).containsExactly("linux/amd64"));
        assertThat(paths()).noneMatch(path -> path.endsWith("/get"));
        assertThat(read("docker://app:1", Platform.parse("linux/amd64"))).isNotNull();
    }

    @Test
    void readWhenTheEngineSavesPlatformsRequestsOnlyThisOne() {
        this.api = "1.48";
        this.archive = ImageBuilder
                .multiPlatformLayoutOf("app:1", ImageBuilder.anImage("app:1").platform("linux/arm64").layer(l -> {
                }))
                .toTar();
        assertThat(read("docker://app:1", ARM).config().platform()).isEqualTo(ARM);
        assertThat(paths().getLast()).contains("/get?platform=", "arm64");
    }

    @Test
    void readWhenTheImageIsMissingThrowsException() {
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> read("docker://none", null))
                .satisfies(problem -> assertThat(problem.rule()).isEqualTo("no-such-image"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 511, 512, 3_000, 5_000 })
    void readWhenTheArchiveIsCutThrowsException(int length) {
        byte[] whole = this.archive;
        this.archive = Arrays.copyOf(whole, length);
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> read("docker://app:1", null));
    }

    @ParameterizedTest
    @CsvSource({ "docker://nginx, DOCKER, nginx", "podman://localhost/app:1, PODMAN, localhost/app:1",
            "docker://a1b2c3, DOCKER, a1b2c3", "docker://a, DOCKER, a",
            "docker://4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945, DOCKER, "
                    + "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
            "docker://r.io:5000/team/app:1.4, DOCKER, r.io:5000/team/app:1.4",
            "docker://sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945, DOCKER, "
                    + "sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945" })
    void parseReadsTheEngineAndTheImage(String text, EngineKind kind, String image) {
        EngineArgument argument = EngineArgument.parse(text, Engines.ofThisUser());
        assertThat(argument.kind()).isEqualTo(kind);
        assertThat(argument.image()).isEqualTo(image);
        assertThat(argument.text()).isEqualTo(text);
        assertThat(EngineArgument.kind(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "docker://", "docker://A B", "docker://../json", "docker://app?x=y", "docker://app#1",
            "docker://app%2e", "podman://App", "nginx", "docker:nginx", "docker://a\r\nb" })
    void parseWhenTheTextIsNoImageOfAnEngineThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> EngineArgument.parse(text, Engines.ofThisUser()));
    }

    private Image read(String text, @Nullable Platform platform) {
        return new Inspector(Limits.DEFAULTS).inspect(source(text, platform)).image();
    }

    private ImageSource source(String text, @Nullable Platform platform) {
        FakeEngine started = this.engine == null ? FakeEngine.onSocket(this.folder, this::answer) : this.engine;
        this.engine = started;
        return EngineArgument.parse(text, new Engines(Map.of("DOCKER_HOST", started.address())::get, this.folder))
                .open(platform, Limits.DEFAULTS);
    }

    private List<String> paths() {
        return this.engine == null ? List.of() : this.engine.paths();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String path = request.path().replaceFirst("\\?.*", "");
        if (path.equals("/version")) {
            RawServer.answer(out, 200, "{\"ApiVersion\":\"" + this.api + "\"}");
        } else if (path.endsWith("/images/app:1/json") || path.endsWith("/images/app/json")) {
            RawServer.answer(out, 200, "{\"Id\":\"" + ID + "\",\"Os\":\"linux\",\"Architecture\":\"amd64\"}");
        } else if (path.endsWith("/images/app/get")) {
            RawServer.answer(out, 200,
                    ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_20, this.image, ImageBuilder.anImage("app:2"))
                            .toTar());
        } else if (path.endsWith("/images/" + ID + "/get")) {
            RawServer.answer(out, 200, this.archive);
        } else {
            RawServer.answer(out, 404, "{\"message\":\"no such image\"}");
        }
    }
}
