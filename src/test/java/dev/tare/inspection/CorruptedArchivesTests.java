package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.Scale;
import dev.tare.image.Compression;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes a byte of an archive, or cuts the archive off, at every 1,000th byte. The result is an error, or is unchanged if
 * nothing reads the byte. {@code -Dtare.corruption.size} and {@code -Dtare.corruption.step} set other scales, in bytes.
 */
class CorruptedArchivesTests {

    private static final int STEP = Scale.of("tare.corruption.step", 1_000, 500);

    private static final int SIZE = Scale.of("tare.corruption.size", 200_000, 1_000_000);

    private static final Path FILE = Path.of("target", "corrupted.tar");

    @ParameterizedTest
    @EnumSource
    void inspectWhenAByteIsDamagedFailsOrReturnsTheSame(Form form) throws IOException {
        byte[] archive = form.archive();
        Map<String, @Nullable Object> intact = facts(archive);
        int errors = 0;
        for (int at = 0; at < archive.length; at += STEP) {
            byte[] damaged = archive.clone();
            damaged[at] ^= (byte) (1 + at / STEP % 255);
            errors += isError(damaged, intact, at) ? 1 : 0;
        }
        assertThat(errors).isGreaterThan(archive.length / STEP * 9 / 10);
    }

    @ParameterizedTest
    @EnumSource
    void inspectWhenTheArchiveIsCutOffFailsOrReturnsTheSame(Form form) throws IOException {
        byte[] archive = form.archive();
        Map<String, @Nullable Object> intact = facts(archive);
        int errors = 0;
        for (int length = 0; length < archive.length; length += STEP) {
            errors += isError(Arrays.copyOf(archive, length), intact, length) ? 1 : 0;
        }
        assertThat(errors).isGreaterThan(archive.length / STEP - 10_000 / STEP);
    }

    /** Compares both ways to read an archive with the original result. */
    private static boolean isError(byte[] archive, Map<String, @Nullable Object> intact, int at) throws IOException {
        Inspection streamed = inspection(
                ArchiveSources.stream("given", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                        Limits.DEFAULTS));
        Inspection read = inspection(
                ArchiveSources.open(Files.write(FILE, archive), ImageSelection.ONLY, Limits.DEFAULTS));
        if (streamed != null) {
            assertThat(facts(streamed)).as("streamed, at %d", at).isEqualTo(intact);
        }
        if (read != null) {
            assertThat(facts(read)).as("from a file, at %d", at).isEqualTo(intact);
        }
        return read == null && streamed == null;
    }

    private static Map<String, @Nullable Object> facts(byte[] archive) {
        return facts(new Inspector(Limits.DEFAULTS).inspect(
                ArchiveSources.stream("given", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                        Limits.DEFAULTS)));
    }

    /** All facts except the name, which no digest protects. */
    private static Map<String, @Nullable Object> facts(Inspection inspection) {
        return InspectionFacts.of(inspection.withName(""));
    }

    private static @Nullable Inspection inspection(ImageSource source) {
        try {
            return new Inspector(Limits.DEFAULTS).inspect(source);
        } catch (InvalidImageException expected) {
            return null;
        }
    }

    /** Forms in which digests cover every byte of config and layers. */
    enum Form {

        ENGINE_20(Compression.NONE) {
            @Override
            byte[] archive(ImageBuilder image) {
                return image.asDockerArchive(DockerForm.ENGINE_20);
            }
        },

        PODMAN_GZIP(Compression.GZIP) {
            @Override
            byte[] archive(ImageBuilder image) {
                return image.asDockerArchive(DockerForm.PODMAN);
            }
        },

        OCI_GZIP(Compression.GZIP) {
            @Override
            byte[] archive(ImageBuilder image) {
                return image.asOciArchive();
            }
        },

        OCI_ZSTD(Compression.ZSTD) {
            @Override
            byte[] archive(ImageBuilder image) {
                return image.asOciArchive();
            }
        };

        private final Compression compression;

        Form(Compression compression) {
            this.compression = compression;
        }

        abstract byte[] archive(ImageBuilder image);

        byte[] archive() {
            byte[] jar = new JarBuilder().pom("g", "a", "1").entry("A.class", random(SIZE / 10)).toJar();
            return archive(EverythingImage.drawnOn(ImageBuilder.anImage("app:1")
                    .compression(this.compression)
                    .layer(layer -> layer.file("usr/bin/su", random(SIZE / 2), 04755)
                            .hardLink("usr/bin/sg", "usr/bin/su"))
                    .layer(layer -> layer.file("app/b.jar", jar).symlink("app/c.jar", "b.jar"))
                    .layer(layer -> layer.whiteout("usr/bin/sg").file("app/data", random(SIZE / 4)))
                    .history("base")
                    .history("jar")
                    .history("data")));
        }

        private static byte[] random(int size) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            return bytes;
        }
    }
}
