package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Image;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** One image, saved by the Docker engine and copied by skopeo in each of its forms, reads the same. */
class SavedArchivesIT {

    private static final String TAG = "tare-saved-archives-it:1";

    @TempDir
    private Path folder;

    private final ImageBuilder image = anImage(TAG)
            .layer(layer -> layer.directory("etc")
                    .file("etc/passwd", "root:x:0:0::/root:")
                    .symlink("etc/link", "passwd"))
            .history("ADD etc")
            .emptyHistory("ENV A=b")
            .layer(layer -> layer.file("deep/".repeat(40) + "file", "content", 04755)
                    .hardLink("hard", "deep/".repeat(40) + "file"))
            .history("ADD deep")
            .config(config -> config.user("65532").env("A=b").label("a", "b"));

    @BeforeEach
    void save() throws Exception {
        Path drawn = Files.write(path("drawn.tar"), this.image.asDockerArchive());
        docker("load", "-i", drawn.toString());
        docker("save", "-o", path("docker.tar").toString(), TAG);
        copy("docker-archive:" + path("skopeo-docker.tar") + ":" + TAG);
        copy("oci-archive:" + path("skopeo-oci.tar") + ":" + TAG);
        copy("oci:" + path("skopeo-layout") + ":" + TAG);
        copy("oci-archive:" + path("skopeo-zstd.tar") + ":" + TAG, "--dest-compress-format", "zstd");
    }

    @AfterEach
    void remove() throws Exception {
        docker("rmi", "-f", TAG);
    }

    @Test
    void everyFormReadsTheSame() throws IOException {
        List<String> expected = facts(read("docker.tar"));
        assertThat(expected).hasSize(4);
        for (String saved : List.of("skopeo-docker.tar", "skopeo-oci.tar", "skopeo-layout", "skopeo-zstd.tar")) {
            assertThat(facts(read(saved))).as(saved).isEqualTo(expected);
        }
        for (String saved : List.of("docker.tar", "skopeo-docker.tar", "skopeo-oci.tar", "skopeo-zstd.tar")) {
            assertThat(stream(saved)).as(saved).isEqualTo(read(saved));
        }
    }

    @Test
    void compressionIsWhatTheToolsWrote() {
        assertThat(compressions("docker.tar")).containsOnly(Compression.NONE);
        assertThat(compressions("skopeo-oci.tar")).containsOnly(Compression.GZIP);
        assertThat(compressions("skopeo-zstd.tar")).containsOnly(Compression.ZSTD);
    }

    /**
     * All facts except name, config digest and storage. Tools write names in different forms, and configs with their
     * own keys.
     */
    private static List<String> facts(ImageContents<List<String>> contents) {
        Image image = contents.image();
        assertThat(image.name()).endsWith(TAG);
        List<String> facts = new ArrayList<>();
        facts.add(image.config().toString());
        image.layers().forEach(layer -> facts.add(layer.diffId() + " " + layer.tarSize() + " " + layer.history()));
        facts.add(contents.layers().toString());
        return facts;
    }

    private List<Compression> compressions(String saved) {
        return read(saved).image().layers().stream().map(layer -> layer.compression()).toList();
    }

    private ImageContents<List<String>> read(String saved) {
        return ArchiveSources.open(path(saved), ImageSelection.ONLY, Limits.DEFAULTS)
                .read(new TarPaths(), TarPaths.budget());
    }

    private ImageContents<List<String>> stream(String saved) throws IOException {
        try (InputStream in = Files.newInputStream(path(saved))) {
            return ArchiveSources.stream(saved, in, ImageSelection.ONLY, Limits.DEFAULTS)
                    .read(new TarPaths(), TarPaths.budget());
        }
    }

    private void docker(String... arguments) throws Exception {
        new Tool("docker", this.folder).run(arguments);
    }

    private void copy(String destination, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--insecure-policy", "copy"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("docker-archive:" + path("docker.tar"), destination));
        new Tool("skopeo", this.folder).run(arguments.toArray(String[]::new));
    }

    private Path path(String name) {
        return this.folder.resolve(name);
    }
}
