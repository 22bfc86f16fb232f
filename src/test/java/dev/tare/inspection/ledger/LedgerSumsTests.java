package dev.tare.inspection.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.LedgerAssert;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sums of whole images. The fixtures of other tests assert them for every image that they build. */
class LedgerSumsTests {

    private static final List<String> FOLDERS = List.of("", "usr/", "usr/bin/", "usr/share/doc/a/", "usr/lib/locale/",
            "etc/ssl/", "opt/java/lib/", "app/node_modules/a/", "app/classes/", "var/lib/dpkg/", "usr/local/a/b/c/");

    @ParameterizedTest
    @ValueSource(strings = { "buildah", "docker", "jib", "podman-docker", "podman-oci", "skopeo-gzip", "skopeo-zstd",
            "umoci" })
    void sumsOfGenuineImagesFit(String name) {
        LedgerAssert.balanced(new Inspector(Limits.DEFAULTS).inspect(ArchiveSources.open(
                Path.of("src/test/resources/genuine", name + ".tar"), ImageSelection.ONLY, Limits.DEFAULTS)));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void sumsOfRandomImagesFit(long seed) {
        Random random = new Random(seed);
        DrawnImage image = DrawnImage.anImage();
        for (int i = 0; i < 5; i++) {
            image.layer(layer -> draw(layer, random));
        }
        LedgerAssert.balanced(image.inspect());
    }

    /** Later layers replace, delete and link files of earlier ones. */
    private static void draw(LayerBuilder layer, Random random) {
        layer.file("opt/java/release", "JAVA_VERSION=\"25\"\n").file("linked", "x".repeat(random.nextInt(9)));
        for (int i = 0; i < 40; i++) {
            String path = FOLDERS.get(random.nextInt(FOLDERS.size())) + "f" + random.nextInt(20);
            switch (random.nextInt(6)) {
                case 0 -> layer.whiteout(path);
                case 1 -> layer.hardLink(path + "-link", "linked");
                case 2 -> layer.symlink(path, "/linked");
                default -> layer.file(path, "x".repeat(random.nextInt(200)), random.nextBoolean() ? 0755 : 0644);
            }
        }
    }
}
