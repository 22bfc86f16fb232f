package dev.tare.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import dev.tare.fixture.LedgerAssert;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;

/**
 * A small image that another tool made and saved with {@code dev/genuine-images}.
 */
enum GenuineImage {

    DOCKER(true), PODMAN_DOCKER(true), PODMAN_OCI(false), BUILDAH(false), SKOPEO_GZIP(false), SKOPEO_ZSTD(false),
    JIB(true), UMOCI(false);

    private static final Path FOLDER = Path.of("src/test/resources/genuine");

    private final boolean dockerArchive;

    GenuineImage(boolean dockerArchive) {
        this.dockerArchive = dockerArchive;
    }

    /**
     * Whether this is a docker archive, which engines load. Otherwise it is an OCI image layout.
     */
    boolean isDockerArchive() {
        return this.dockerArchive;
    }

    Path path() {
        return FOLDER.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tar");
    }

    Inspection inspect() {
        return LedgerAssert.balanced(new Inspector(Limits.DEFAULTS)
                .inspect(ArchiveSources.open(path(), ImageSelection.ONLY, Limits.DEFAULTS)));
    }

    Inspection inspectStreaming() {
        try (InputStream in = Files.newInputStream(path())) {
            return new Inspector(Limits.DEFAULTS).inspect(
                    ArchiveSources.stream(path().getFileName().toString(), in, ImageSelection.ONLY, Limits.DEFAULTS));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
