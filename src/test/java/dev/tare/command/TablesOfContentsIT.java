package dev.tare.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.build.LocalRegistry;
import dev.tare.fixture.Blob;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.TocLayers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command lists the files of images in a real registry from their tables of contents. */
class TablesOfContentsIT {

    private static final int FILES = 20;

    private static final int FILE_SIZE = 10_000_000;

    private static final Pattern NOTE =
            Pattern.compile("note: the files are listed by the image, not verified; read ([0-9,]+) bytes in ([0-9]+) "
                    + "requests");

    @TempDir
    static Path folder;

    private static LocalRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        registry = LocalRegistry.start(folder.resolve("registry"));
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void layerOfTwoHundredMegabytesIsListedForLessThanOne() throws Exception {
        Blob layer = TocLayers.withoutAnnotations(TocLayers.zstdChunked(large()));
        assertThat(layer.stored()).hasSizeGreaterThan(FILES * FILE_SIZE);
        ImageBuilder.anImage("").layer(layer.tar()).ociLayout(List.of(layer)).writeFolder(folder.resolve("large"));
        skopeo("large", "team/large:1");
        CommandRun run = CommandRun.of("files", "--toc-only", registry.reference("team/large:1"));
        assertThat(run.out().lines()).hasSize(1 + FILES);
        assertThat(transfer(run)).satisfies(note -> {
            assertThat(Long.parseLong(note.group(1).replace(",", ""))).isLessThan(1_000_000);
            assertThat(Integer.parseInt(note.group(2))).isEqualTo(3);
        });
    }

    /** Skopeo itself writes these tables. */
    @Test
    void filesOfAnImageOfSkopeoAreThoseThatItsLayersHave() throws Exception {
        ImageBuilder.anImage("")
                .layer(layer -> layer.directory("./")
                        .directory("bin", 01777)
                        .file("bin/su", "lower", 04755, 3_000_000, 42)
                        .file("gone", "deleted")
                        .file("opaque/old", "old")
                        .symlink("sh", "../bin/a,b")
                        .hardLink("bin/same", "bin/su", 04755)
                        .fifo("pipe")
                        .characterDevice("null", 1, 3))
                .layer(layer -> layer.whiteout("gone").opaque("opaque").file("opaque/new", "new").file("été", ""))
                .writeOciLayout(folder.resolve("small"));
        skopeo("small", "team/small:1", "--dest-compress-format", "zstd:chunked");
        String reference = registry.reference("team/small:1");
        CommandRun listed = CommandRun.of("files", "--toc-only", "--format=csv", reference);
        CommandRun inspected = CommandRun.of("files", "--format=csv", reference);
        assertThat(transfer(listed).group(2)).isEqualTo("4");
        assertThat(listed.out().replace(",evidence\r", "\r").replace(",\"listed by the image, not verified\"", ""))
                .isEqualTo(inspected.out())
                .contains("opaque/new", "bin/same");
    }

    private static Matcher transfer(CommandRun run) {
        assertThat(run.status()).as(run.err()).isZero();
        Matcher note = NOTE.matcher(run.err().strip());
        assertThat(note.matches()).as(run.err()).isTrue();
        return note;
    }

    private static byte[] large() {
        Random random = new Random(1);
        byte[] content = new byte[FILE_SIZE];
        random.nextBytes(content);
        LayerBuilder layer = new LayerBuilder();
        for (int i = 0; i < FILES; i++) {
            content[0] = (byte) i;
            layer.file("file" + i, content);
        }
        return layer.toTar();
    }

    private static void skopeo(String layout, String name, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("skopeo", "copy", "--insecure-policy", "--dest-tls-verify=false", "--format", "oci"));
        command.addAll(List.of(options));
        command.addAll(List.of("oci:" + folder.resolve(layout), "docker://" + registry.reference(name)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
