package dev.tare.source.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.PathEscapesException;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LegacyArchives;
import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.archive.TarPaths;
import dev.tare.source.archive.Way;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LegacyArchiveTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void readFollowsTheParentsAndTakesTheConfigOfTheUppermostLayer(Way way) {
        ImageBuilder builder = anApp("app:1");
        ImageContents<List<String>> contents =
                way.open(LegacyArchives.of(builder), this.folder).read(new TarPaths(), TarPaths.budget());
        Image image = contents.image();
        assertThat(contents.layers()).containsExactly(List.of("etc", "etc/passwd"), List.of(), List.of("app"));
        assertThat(image.name()).isEqualTo("app:1");
        assertThat(image.manifestDigest()).isNull();
        assertThat(image.config().container().user()).isEqualTo("65532");
        assertThat(image.config().created()).isEqualTo("2015-06-01T12:00:00.5Z");
        assertThat(image.config().diffIds()).extracting(diffId -> diffId.digest())
                .containsExactlyElementsOf(builder.diffIds());
        assertThat(image.layers()).extracting(Layer::history)
                .extracting(HistoryEntry::createdBy)
                .containsExactly("/bin/sh -c #(nop) step 0", "/bin/sh -c #(nop) step 1", "/bin/sh -c #(nop) step 2");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readRemarksOnTheUncertaintiesOfSuchArchives(Way way) {
        ArchiveBuilder archive = LegacyArchives.of(anApp("app:1"));
        Image image = way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).image();
        assertThat(image.remarks()).singleElement().asString().contains("older than 1.10", "computes the diff IDs");
        String uppermost = LegacyArchives.layer(anApp("app:1"), 2) + "/json";
        assertThat(image.id()).isEqualTo(Digest.sha256Of(archive.files().get(uppermost)));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readSelectsTheRequestedImageAndRejectsAnAmbiguousArchive(Way way) throws Exception {
        ArchiveBuilder both = LegacyArchives.of(anApp("app:1"), anImage("app:2").layer(layer -> layer.file("two", "")));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> way.open(both, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("app:1", "app:2"));
        assertThat(way.open(both, other(), new ImageSelection("app:2", null))
                .read(new TarPaths(), TarPaths.budget())
                .layers())
                .containsExactly(List.of("two"));
        assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(
                () -> way.open(both, other(), new ImageSelection("app:3", null))
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-such-image"));
        assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(
                () -> way.open(LegacyArchives.of(anApp("app:1")), other(),
                        new ImageSelection(null, Platform.parse("linux/s390x")))
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-such-platform"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenALayerIsItsOwnAncestorThrowsException(Way way) {
        String lowest = LegacyArchives.layer(anApp("app:1"), 0);
        ArchiveBuilder cycle = LegacyArchives.of(anApp("app:1"))
                .file(lowest + "/json", "{\"parent\": \"" + LegacyArchives.layer(anApp("app:1"), 2) + "\"}");
        assertThatExceptionOfType(UnsupportedImageException.class)
                .isThrownBy(() -> way.open(cycle, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("layer-cycle"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenAParentOrALayerIsMissingThrowsException(Way way) throws Exception {
        String lowest = LegacyArchives.layer(anApp("app:1"), 0);
        assertThatExceptionOfType(MissingEntryException.class)
                .isThrownBy(() -> way.open(LegacyArchives.of(anApp("app:1")).remove(lowest + "/json"), this.folder)
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("missing-document"));
        assertThatExceptionOfType(MissingEntryException.class)
                .isThrownBy(() -> way.open(LegacyArchives.of(anApp("app:1")).remove(lowest + "/layer.tar"), other())
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("missing-layer"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenParentsExceedTheLimitOfLayersThrowsException(Way way) {
        Limits limits = Limits.DEFAULTS.with("layers", 2);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> way.open(LegacyArchives.of(anApp("app:1")), this.folder, ImageSelection.ONLY, limits)
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("layers"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenANameLeavesTheArchiveThrowsException(Way way) {
        ArchiveBuilder climbing = LegacyArchives.of(anApp("app:1"))
                .json("repositories", Map.of("app", Map.of("1", "../../etc")));
        assertThatExceptionOfType(PathEscapesException.class)
                .isThrownBy(() -> way.open(climbing, this.folder).read(new TarPaths(), TarPaths.budget()));
    }

    private Path other() throws Exception {
        return Files.createTempDirectory(this.folder, "other");
    }

    private static ImageBuilder anApp(String name) {
        return anImage(name).layer(layer -> layer.directory("etc").file("etc/passwd", "root:x:0:0::/root:"))
                .layer(new byte[1024])
                .layer(layer -> layer.file("app", "app"))
                .config(config -> config.user("65532"));
    }
}
