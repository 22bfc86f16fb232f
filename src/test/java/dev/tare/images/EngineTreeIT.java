package dev.tare.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the file tree of one image with the engine's. The image has entries that tools do not write and that engines
 * accept. It does not repeat a path in a layer, because this engine rejects repetitions.
 */
class EngineTreeIT {

    private static final String NO_UTF8 = new String(new byte[] { 'n', (byte) 0xe9 }, StandardCharsets.ISO_8859_1);

    @TempDir
    private Path folder;

    @Test
    void treeEqualsTheExportOfTheEngine() throws IOException {
        String reference = Leftovers.reference("tree");
        Path archive = ImageBuilder.anImage(reference)
                .layer(lower())
                .layer(names())
                .layer(upper())
                .layer(new RawTar().entry(".wh.deleted-" + NO_UTF8, '0', "").end())
                .config(config -> config.cmd("none"))
                .dockerArchive(DockerForm.ENGINE_20)
                .writeTar(this.folder.resolve("image.tar"));
        assertThat(TreeDifferences.between(inspect(archive), export(archive, reference))).isEmpty();
    }

    private static byte[] lower() {
        LayerBuilder layer = new LayerBuilder();
        for (String folder : new String[] { "link", "absolute", "chain", "opaque", "late", "entry" }) {
            layer.file(folder + "/a", "behind").file("real-" + folder + "/a", "1").file("real-" + folder + "/b", "2");
        }
        return layer.directory("etc")
                .file("file-to-folder", "1")
                .file("folder-to-file/a", "1")
                .file("linked", "1")
                .symlink("lower-link", "real-link")
                .toTar();
    }

    private static byte[] names() {
        return new RawTar().entry(NO_UTF8, '0', "1")
                .link("link-" + NO_UTF8, '2', NO_UTF8)
                .entry("folder-" + NO_UTF8 + "/f", '0', "2")
                .entry("deleted-" + NO_UTF8, '0', "3")
                .link("other-" + NO_UTF8, '1', "deleted-" + NO_UTF8)
                .end();
    }

    private static byte[] upper() {
        return new LayerBuilder().directory("real-link")
                .symlink("link", "real-link")
                .whiteout("link/a")
                .directory("real-absolute")
                .symlink("absolute", "/real-absolute")
                .whiteout("absolute/a")
                .directory("real-chain")
                .symlink("chain", "chain-2")
                .symlink("chain-2", "../real-chain")
                .whiteout("chain/a")
                .directory("real-opaque")
                .symlink("opaque", "real-opaque")
                .file("opaque/c", "3")
                .opaque("opaque")
                .whiteout("late/a")
                .symlink("entry", "real-entry")
                .directory("real-entry")
                .file("entry/a", "new")
                .file("lower-link/c", "4")
                .directory("file-to-folder")
                .file("folder-to-file", "2")
                .fileWithCapability("capable", "1")
                .fileWithCapability("not-capable", "1")
                .hardLink("not-capable-either", "not-capable")
                .characterDevice("null", 1, 3)
                .hardLink("zero", "null")
                .blockDevice("disk", 300, 70_000)
                .fifo("fifo")
                .hardLink("fifo-2", "fifo")
                .toTar();
    }

    private static Inspection inspect(Path archive) {
        return new ArchivedImage(archive).inspect();
    }

    private static SortedMap<String, ExportedEntry> export(Path archive, String reference) throws IOException {
        EngineCommand.load(archive);
        try {
            return EngineCommand.export(reference);
        } finally {
            EngineCommand.remove(reference);
        }
    }

}
