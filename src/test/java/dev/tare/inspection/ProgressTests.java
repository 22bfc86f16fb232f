package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.ImageBuilder;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.ImageSource;
import dev.tare.source.Progress;
import dev.tare.source.Progress.Phase;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.open.ImageSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTests {

    @TempDir
    Path folder;

    @Test
    void layersAndBytesOfBlobsAreCounted() throws IOException {
        Progress.State state = inspect(file(image("1")), new Inspector(Limits.DEFAULTS));
        assertThat(state.phase()).isEqualTo(Phase.MERGING);
        assertThat(state.layers()).isEqualTo(2);
        assertThat(state.layersDone()).isEqualTo(2);
        assertThat(state.layersKnown()).isZero();
        assertThat(state.bytes()).isPositive();
        assertThat(state.bytesRead()).isEqualTo(state.bytes());
    }

    @Test
    void knownLayersAreNotRead() throws IOException {
        Inspector inspector = new Inspector(Limits.DEFAULTS, new LayerCache(1 << 30));
        Progress.State first = inspect(file(image("1")), inspector);
        Progress.State second = inspect(file(image("2")), inspector);
        assertThat(second.layersKnown()).isEqualTo(1);
        assertThat(second.layersDone()).isEqualTo(2);
        assertThat(second.bytes()).isPositive().isLessThan(first.bytes());
        assertThat(second.bytesRead()).isEqualTo(second.bytes());
    }

    @Test
    void repeatedLayerCountsOnce() throws IOException {
        ImageBuilder image = image("1").layer(layer -> layer.file("app", "1"));
        assertThat(inspect(file(image), new Inspector(Limits.DEFAULTS)).layers()).isEqualTo(2);
    }

    @Test
    void streamHasNoTotal() {
        byte[] archive = image("1").asOciArchive();
        Progress.State state = inspect(ArchiveSources.stream("app.tar", new ByteArrayInputStream(archive),
                ImageSelection.ONLY, Limits.DEFAULTS), new Inspector(Limits.DEFAULTS));
        assertThat(state.layers()).isZero();
        assertThat(state.bytes()).isZero();
        assertThat(state.layersDone()).isEqualTo(2);
        assertThat(state.bytesRead()).isEqualTo(archive.length);
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.file("app", content));
    }

    private ImageSource file(ImageBuilder image) throws IOException {
        Path file = Files.write(Files.createTempFile(this.folder, "image", ".tar"), image.asOciArchive());
        return ImageSources.parsePath(file.toString()).open(null, Limits.DEFAULTS);
    }

    private static Progress.State inspect(ImageSource source, Inspector inspector) {
        Progress progress = new Progress();
        assertThat(progress.state().phase()).isEqualTo(Phase.OPENING);
        inspector.inspect(source, new RequestBudget(), progress);
        return progress.state();
    }
}
