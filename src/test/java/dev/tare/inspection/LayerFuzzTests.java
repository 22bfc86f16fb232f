package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.archive.LayerStream;
import dev.tare.archive.StoredLayer;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.merge.LayerMerger;
import dev.tare.fixture.Blob;
import dev.tare.fixture.FuzzLimits;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.fixture.RepairedTar;
import dev.tare.image.Compression;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any bytes as a layer are merged into a tree, or throw an {@link InvalidImageException}. */
class LayerFuzzTests {

    /** The blob may be compressed. In a tar, the checksums of the headers are corrected. */
    @MethodSource({ "compressed", "tars" })
    @FuzzTest
    void layer(byte[] blob) throws IOException {
        read(RepairedTar.of(blob));
    }

    static Stream<byte[]> compressed() {
        byte[] tar = new LayerBuilder().file("a", "a").toTar();
        byte[] gzip = Blob.compress(tar, Compression.GZIP);
        byte[] zstd = Blob.compress(tar, Compression.ZSTD);
        return Stream.of(tar, gzip, zstd, joined(gzip, gzip), joined(zstd, zstd));
    }

    static Stream<byte[]> tars() {
        byte[] ordinary = new LayerBuilder().directory("etc")
                .file("etc/os-release", "ID=debian\n")
                .file("var/lib/dpkg/status", "Package: a\nStatus: install ok installed\nVersion: 1\n")
                .file("usr/bin/su", "#!", 04755)
                .hardLink("usr/bin/sg", "usr/bin/su")
                .symlink("bin", "usr/bin")
                .file("a", "a")
                .whiteout("etc/passwd")
                .opaque("tmp")
                .fifo("pipe")
                .characterDevice("dev/null", 1, 3)
                .fileWithXattr("usr/bin/ping", "x", 0755, "security.capability", "\1")
                .file("é".repeat(200), "long")
                .toTar();
        byte[] extended = new RawTar().entry("././@LongLink", 'L', "long\0")
                .entry("././@LongLink", 'K', "a\0")
                .link("x", '2', "y")
                .entry("global", 'g', "9 a=bcde\n")
                .pax("path", "p/q", "size", "3", "mtime", "1.5", "uid", "7")
                .entry("a", '0', "abc")
                .end();
        byte[] sparse = new RawTar().pax("GNU.sparse.size", "10", "GNU.sparse.map", "2,3,8,1")
                .entry("a", '0', "abcd")
                .pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.realsize", "10", "GNU.sparse.name",
                        "n")
                .entry("b", '0', Arrays.copyOf("1\n0\n0\n".getBytes(StandardCharsets.US_ASCII), 512))
                .header("c", 'S', 0, "")
                .end();
        return Stream.of(ordinary, extended, sparse);
    }

    private static void read(byte[] blob) throws IOException {
        ImageBudget budget = new ImageBudget(FuzzLimits.LIMITS);
        try (LayerStream layer = LayerStream.open("layer.tar", new ByteArrayInputStream(blob), FuzzLimits.LIMITS,
                budget)) {
            LayerScan scan = new LayerScanner(FuzzLimits.LIMITS,
                    Inspector.collectors(FuzzLimits.LIMITS, Deadline.of(FuzzLimits.LIMITS)))
                    .read("layer.tar", layer.tar(), budget);
            StoredLayer stored = layer.finish();
            assertThat(stored.storedSize()).isEqualTo(blob.length);
            FileTree files = LayerMerger.merge(List.of(scan, scan), new Budget(Limit.IMAGE_ENTRIES, FuzzLimits.LIMITS),
                    Deadline.of(FuzzLimits.LIMITS)).files();
            assertThat(files.visibleSize()).isBetween(0L, scan.uncompressedSize());
        } catch (InvalidImageException expected) {
            // The input is not a layer.
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
