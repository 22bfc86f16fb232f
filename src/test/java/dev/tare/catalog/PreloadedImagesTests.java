package dev.tare.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.catalog.PreloadedImages.State;
import dev.tare.fixture.DockerForm;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limits;
import dev.tare.source.open.ImageSources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PreloadedImagesTests {

    private final Catalog catalog =
            new Catalog(new CatalogProperties(4, 4, ByteSize.parse("1MiB"), ByteSize.parse("1MiB")));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private Path first;

    private Path second;

    @BeforeEach
    void writeArchives() throws Exception {
        this.first = write("first.tar", "one");
        this.second = write("second.tar", "two");
    }

    @Test
    void stateWithoutImagesIsNone() {
        assertThat(given().state()).isEqualTo(new State.None());
    }

    @Test
    void stateBeforeStartIsBeingInspected() {
        assertThat(names(given(this.first, this.second))).containsExactly("first.tar", "second.tar");
    }

    @Test
    void stateHidesSecretsInNames() throws Exception {
        assertThat(names(given(this.first, write("password=s3cret", "two")))).containsExactly("first.tar",
                "password=(hidden)");
        Path broken = Files.writeString(this.folder.resolve("token=s3cret"), "no tar");
        assertThat(finalState(given(broken, this.first))).isInstanceOfSatisfying(State.Failed.class,
                failed -> assertThat(failed.name()).isEqualTo("token=(hidden)"));
    }

    @Test
    void stateAfterwardsLeadsToComparison() {
        State state = finalState(given(this.first, this.second));
        assertThat(state).isInstanceOfSatisfying(State.Compared.class,
                compared -> assertThat(this.catalog.find(compared.id())).isNotNull());
        assertThat(this.meters.timer("tare.inspections", "outcome", "success").count()).isEqualTo(2);
        assertThat(this.meters.counter("tare.inspection.read").count()).isPositive();
    }

    @Test
    void stateWhenImageIsInvalidNamesItAndTheRule() throws Exception {
        Files.writeString(this.second, "no tar");
        assertThat(finalState(given(this.first, this.second))).isInstanceOfSatisfying(State.Failed.class, failed -> {
            assertThat(failed.name()).isEqualTo("second.tar");
            assertThat(failed.problem()).contains("not a tar archive");
        });
        assertThat(this.meters.timer("tare.inspections", "outcome", "invalid").count()).isEqualTo(1);
    }

    @Test
    void stateWhenFileIsMissingNamesItButNotItsFolder() {
        State state = finalState(given(this.folder.resolve("nowhere.tar"), this.first));
        assertThat(state).isInstanceOf(State.Failed.class)
                .asString()
                .contains("nowhere.tar")
                .doesNotContain(this.folder.toString());
    }

    @Test
    void stateOfASingleImageLeadsToIt() {
        assertThat(finalState(given(this.first))).isInstanceOfSatisfying(State.Compared.class,
                compared -> assertThat(this.catalog.find(compared.id())).isNotNull());
    }

    private State finalState(PreloadedImages images) {
        images.start();
        await().until(() -> !(images.state() instanceof State.BeingInspected));
        images.stop();
        assertThat(images.isRunning()).isFalse();
        return images.state();
    }

    private PreloadedImages given(Path... paths) {
        return new PreloadedImages(Stream.of(paths).map(Path::toString).map(ImageSources::parsePath).toList(),
                new InspectionService(Limits.DEFAULTS, new Inspector(Limits.DEFAULTS, new LayerCache(1_000_000)),
                        KnownBases.NONE, this.meters),
                this.catalog);
    }

    private Path write(String name, String content) throws Exception {
        byte[] archive = anImage(content + ":1").layer(layer -> layer.file("file", content))
                .asDockerArchive(DockerForm.JIB);
        return Files.write(this.folder.resolve(name), archive);
    }

    private static List<String> names(PreloadedImages images) {
        assertThat(images.state()).isInstanceOf(State.BeingInspected.class);
        return ((State.BeingInspected) images.state()).images().stream().map(PreloadedImages.Reading::name).toList();
    }
}
