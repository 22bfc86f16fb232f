package dev.tare.filetree.merge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileTree;
import dev.tare.fixture.Scale;
import dev.tare.image.Digest;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the merger with an independent model, on random images. */
class OverlayModelTests {

    private static final List<String> NAMES = List.of("a", "b", "a-", "a0");

    private static final int IMAGES = Scale.of("tare.overlay.images", 200, 4_000);

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void mergedLayersEqualAnOverlay(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < IMAGES; i++) {
            OverlayModel model = randomModel(random);
            Inspection inspection = model.draw().inspect();
            Map<String, String> visible = model.visible();
            assertThat(contents(inspection.files())).as("image %d of seed %d", i, seed)
                    .isEqualTo(digests(visible));
            assertSizes(inspection, model, visible);
            assertThat(deleted(inspection.deleted())).isEqualTo(model.deleted());
        }
    }

    private static void assertSizes(Inspection inspection, OverlayModel model, Map<String, String> visible) {
        long size = new TreeSet<>(visible.values()).stream()
                .filter(content -> !content.equals("/"))
                .mapToLong(String::length)
                .sum();
        assertThat(inspection.weight().sizes().visible()).isEqualTo(size);
        assertThat(inspection.weight().sizes().uncompressed()).isEqualTo(model.uncompressedSize());
        assertThat(inspection.weight().waste().stream().mapToLong(WastedFile::bytes).sum())
                .isEqualTo(inspection.weight().sizes().wasted());
        assertThat(inspection.weight().layers().stream().mapToLong(InspectedLayer::wasted).sum())
                .isEqualTo(inspection.weight().sizes().wasted());
    }

    private static Map<String, Integer> deleted(DeletedNames names) {
        Map<String, Integer> deleted = new TreeMap<>();
        IntStream.range(0, names.size()).forEach(row -> deleted.merge(names.path(row), names.layer(row), Math::min));
        return deleted;
    }

    private static Map<String, String> contents(FileTree files) {
        Map<String, String> contents = new TreeMap<>();
        files.entries()
                .forEach(
                        file -> contents.put(file.path(), file.isDirectory() ? "/" : String.valueOf(file.content())));
        return contents;
    }

    private static Map<String, String> digests(Map<String, String> visible) {
        Map<String, String> digests = new TreeMap<>(visible);
        digests.replaceAll((path, content) -> content.equals("/") ? "/"
                : Digest.sha256Of(content.getBytes(StandardCharsets.UTF_8)).toString());
        return digests;
    }

    private static OverlayModel randomModel(Random random) {
        OverlayModel model = new OverlayModel();
        for (int layers = 1 + random.nextInt(4); layers > 0; layers--) {
            OverlayModel.LayerModel layer = model.addLayer();
            for (int steps = random.nextInt(10); steps > 0; steps--) {
                String path = randomPath(random);
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> layer.file(path);
                    case 3 -> layer.directory(path);
                    case 4 -> layer.hardLink(path, randomPath(random));
                    case 5, 6 -> layer.whiteout(path);
                    default -> layer.opaque(path);
                }
            }
        }
        return model;
    }

    private static String randomPath(Random random) {
        String path = "";
        for (int depth = 1 + random.nextInt(3); depth > 0; depth--) {
            path = FilePaths.join(path, NAMES.get(random.nextInt(NAMES.size())));
        }
        return path;
    }
}
