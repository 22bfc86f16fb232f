package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.GzipBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.fixture.Scale;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.HostileImages.addLeadingAbout;
import static dev.tare.fixture.HostileImages.descriptor;
import static dev.tare.fixture.HostileImages.docker;
import static dev.tare.fixture.HostileImages.goodDocker;
import static dev.tare.fixture.HostileImages.goodTar;
import static dev.tare.fixture.HostileImages.gzip;
import static dev.tare.fixture.HostileImages.index;
import static dev.tare.fixture.HostileImages.joined;
import static dev.tare.fixture.HostileImages.repeated;
import static dev.tare.fixture.HostileImages.storedAs;
import static dev.tare.fixture.HostileImages.withConfig;
import static dev.tare.fixture.HostileImages.withConfigType;
import static dev.tare.fixture.HostileImages.withDescriptor;
import static dev.tare.fixture.HostileImages.withFile;
import static dev.tare.fixture.HostileImages.withIndex;
import static dev.tare.fixture.HostileImages.withLayerTimes;
import static dev.tare.fixture.HostileImages.withLayers;
import static dev.tare.fixture.HostileImages.withManifest;
import static dev.tare.fixture.HostileImages.withNestedIndexes;
import static dev.tare.fixture.HostileImages.withTar;
import static dev.tare.fixture.HostileImages.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Hostile images with their results: the broken rule with the exceeded limit, or the files, packages or jars of a
 * container. A file and a stream have the same result. No image leaves memory, open files or temporary files behind.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HostileArchivesTests {

    private static final Limits LIMITS = Limits.DEFAULTS.with("entries-per-layer", 20_000)
            .with("image-entries", 20_000)
            .with("archive-entries", 2_000)
            .with("document-size", 2 << 20)
            .with("layer-tar-size", 128 << 20)
            .with("image-tar-size", 192 << 20)
            .with("archive-size", 96 << 20);

    private static final long HEAP_SLACK = 16L << 20;

    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private static final Path FILE = Path.of("target", "hostile.tar");

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private Left before;

    @BeforeAll
    void readsOne() throws IOException {
        assertThat(fromFile(withTar(goodTar()))).isEqualTo("files a");
        assertThat(fromStream(storedAs(zstd(goodTar())))).isEqualTo("files a");
        this.before = Left.now();
    }

    @AfterAll
    void leavesNothingBehind() throws IOException {
        Left after = Left.now();
        assertThat(after.temporaryFiles()).isEqualTo(this.before.temporaryFiles());
        assertThat(after.openFiles()).isEqualTo(this.before.openFiles());
        assertThat(after.heap()).isLessThan(this.before.heap() + HEAP_SLACK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({ "headers", "extendedHeaders", "trees", "compressions", "documents", "manifests", "jars",
            "databases" })
    void inspectReturnsTheExpectedResult(String name, String expected, Supplier<byte[]> archive) throws IOException {
        byte[] bytes = archive.get();
        for (int i = 0; i < Scale.of("tare.hostile.repeats", 1, 5); i++) {
            assertThat(fromStream(bytes)).as(name).isEqualTo(expected);
            assertThat(fromFile(bytes)).as(name).isEqualTo(expected);
        }
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                hostile("a size below zero, in base 256", "corrupt-tar",
                        () -> withTar(new RawTar().changed("a", '0', 124, base256(-1)))),
                hostile("a size of 2^63, in base 256", "corrupt-tar",
                        () -> withTar(new RawTar().changed("a", '0', 124, new byte[] { (byte) 0x80, 0, 0, 1, 0, 0 }))),
                hostile("a size of 2^62, in base 256", "limit-exceeded layer-tar-size",
                        () -> withTar(new RawTar().changed("a", '0', 124, base256(1L << 62)))),
                hostile("a size that is no octal number", "corrupt-tar",
                        () -> withTar(new RawTar().changed("a", '0', 124, RawTar.ascii("0000000009z\0")))),
                hostile("an owner that is no number", "corrupt-tar",
                        () -> withTar(new RawTar().changed("a", '0', 108, RawTar.ascii("xyz\0")))),
                hostile("a size that the tar does not have", "truncated",
                        () -> withTar(new RawTar().header("a", '0', 1 << 20, ""))),
                hostile("a wrong checksum", "corrupt-tar",
                        () -> withTar(new RawTar().entry("a", '0', "").block(filled('x')))),
                hostile("an entry of an unknown type", "corrupt-tar",
                        () -> withTar(new RawTar().entry("a", 'Z', ""))),
                hostile("an entry of the type of a volume's name", "corrupt-tar",
                        () -> withTar(new RawTar().entry("a", 'V', ""))),
                hostile("a block of zeros between two entries", "corrupt-tar",
                        () -> withTar(new RawTar().entry("a", '0', "").block(new byte[512]).entry("b", '0', ""))),
                hostile("an entry behind the end", "files a",
                        () -> withTar(joined(goodTar(), new RawTar().entry("b", '0', "b").end()))),
                hostile("no entries", "files", () -> withTar(new byte[1024])),
                hostile("no bytes", "files", () -> withTar(new byte[0])),
                hostile("half a header", "not-a-tar", () -> withTar(Arrays.copyOf(goodTar(), 300))),
                hostile("an entry cut off", "truncated",
                        () -> withTar(Arrays.copyOf(new RawTar().entry("a", '0', "a".repeat(600)).end(), 1000))),
                hostile("no name", "corrupt-tar", () -> withTar(new RawTar().entry("", '0', ""))),
                hostile("a file that is the root", "corrupt-tar", () -> withTar(new RawTar().entry("./", '0', ""))),
                hostile("a name that is not UTF-8", "files caf\\xE9",
                        () -> withTar(new RawTar().entry("caf\u00e9", '0', ""))),
                hostile("a name that controls a terminal", "files a\u001b[2J",
                        () -> withTar(new RawTar().entry("a\u001b[2J", '0', ""))),
                hostile("a name of 256 bytes", "limit-exceeded name-length",
                        () -> withLayers(layer -> layer.file("x".repeat(256), ""))),
                hostile("a path of 4,097 bytes", "limit-exceeded path-length",
                        () -> withLayers(layer -> layer.file("x/".repeat(2048) + "a", ""))),
                hostile("more entries than allowed", "limit-exceeded entries-per-layer",
                        () -> withTar(repeated(20_001, new RawTar().entry("a", '0', "")
                                .withoutEnd()))));
    }

    static Stream<Arguments> extendedHeaders() {
        return Stream.of(
                hostile("a GNU long name after a GNU long name", "files b",
                        () -> withTar(new RawTar().entry("x", 'L', "a").entry("x", 'L', "b").entry("c", '0', ""))),
                hostile("more extended headers than entries are allowed", "limit-exceeded entries-per-layer",
                        () -> withTar(repeated(20_002, new RawTar().entry("x", 'L', "a").withoutEnd()))),
                hostile("a GNU long name without an entry", "truncated",
                        () -> withTar(new RawTar().entry("x", 'L', "a"))),
                hostile("a GNU long name of 2 MiB", "limit-exceeded extended-header-size",
                        () -> withTar(new RawTar().entry("x", 'L', "a".repeat(2 << 20)).entry("a", '0', ""))),
                hostile("a GNU long name of a size below zero", "corrupt-tar",
                        () -> withTar(new RawTar().changed("x", 'L', 124, base256(-512)))),
                hostile("a record longer than its header", "corrupt-tar",
                        () -> withTar(new RawTar().entry("x", 'x', "99 path=a\n").entry("a", '0', ""))),
                hostile("a record of no length", "corrupt-tar",
                        () -> withTar(new RawTar().entry("x", 'x', "0 path=a\n").entry("a", '0', ""))),
                hostile("a record whose length is a flood of digits", "corrupt-tar",
                        () -> withTar(new RawTar().entry("x", 'x', "9".repeat(5000)).entry("a", '0', ""))),
                hostile("a record without a key", "corrupt-tar",
                        () -> withTar(new RawTar().entry("x", 'x', "6 =ab\n").entry("a", '0', ""))),
                hostile("200,000 records in one header", "files a",
                        () -> withTar(new RawTar().entry("x", 'x', "5 a=\n".repeat(200_000)).entry("a", '0', ""))),
                hostile("a record with a size below zero", "corrupt-tar",
                        () -> withTar(new RawTar().pax("size", "-1").entry("a", '0', "aa"))),
                hostile("a record that hides the content behind the header", "corrupt-tar",
                        () -> withTar(new RawTar().pax("size", "0").entry("a", '0', "x".repeat(512)))),
                hostile("a record with a NUL in a path", "corrupt-tar",
                        () -> withTar(new RawTar().pax("path", "a\0b").entry("a", '0', ""))),
                hostile("a record with a time of a billion digits", "corrupt-tar",
                        () -> withTar(new RawTar().pax("mtime", "1e999999999").entry("a", '0', ""))),
                hostile("more global headers than entries are allowed", "limit-exceeded entries-per-layer",
                        () -> withTar(repeated(20_001, new RawTar().entry("g", 'g', "")
                                .withoutEnd()))),
                hostile("a global header that would rename everything", "files a",
                        () -> withTar(new RawTar().entry("g", 'g', "9 path=b\n").entry("a", '0', ""))),
                hostile("a hole of 2^62 bytes", "limit-exceeded layer-tar-size",
                        () -> withTar(new RawTar().pax("GNU.sparse.size", Long.toString(1L << 62), "GNU.sparse.map",
                                "0,1").entry("a", '0', "a"))),
                hostile("a map of holes that overlaps", "corrupt-tar",
                        () -> withTar(new RawTar().pax("GNU.sparse.size", "10", "GNU.sparse.map", "0,3,2,1")
                                .entry("a", '0', "abcd"))),
                hostile("a map of holes with half a pair", "corrupt-tar",
                        () -> withTar(new RawTar().pax("GNU.sparse.size", "10", "GNU.sparse.map", "0,3,2")
                                .entry("a", '0', "abc"))),
                hostile("a map of a hundred million holes", "limit-exceeded sparse-segments",
                        () -> withTar(new RawTar().pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0",
                                "GNU.sparse.realsize", "10")
                                .entry("a", '0', Arrays.copyOf(RawTar.ascii("100000000\n"), 512)))),
                hostile("an old map of holes that never ends", "limit-exceeded sparse-segments",
                        () -> withTar(joined(new RawTar().changed("a", 'S', 482, new byte[] { 1 }).withoutEnd(),
                                repeated(4000, moreHoles())))),
                hostile("a hundred holes of a mebibyte", "files a",
                        () -> withTar(new RawTar().pax("GNU.sparse.size", Integer.toString(100 << 20),
                                "GNU.sparse.map", "0,1").entry("a", '0', "a"))));
    }

    static Stream<Arguments> trees() {
        return Stream.of(
                hostile("a path that climbs out", "path-escapes",
                        () -> withTar(new RawTar().entry("../../etc/passwd", '0', ""))),
                hostile("a path that climbs out from inside", "path-escapes",
                        () -> withTar(new RawTar().entry("a/../../b", '0', ""))),
                hostile("an absolute path", "files etc/a", () -> withTar(new RawTar().entry("/etc/a", '0', ""))),
                hostile("a path with empty and dotted parts", "files b/c",
                        () -> withTar(new RawTar().entry("./a/..//b/./c", '0', ""))),
                hostile("a hard link that climbs out", "path-escapes",
                        () -> withTar(new RawTar().link("a", '1', "../../etc/passwd"))),
                hostile("a hard link to nothing", "missing-link-target",
                        () -> withTar(new RawTar().link("a", '1', "b"))),
                hostile("a hard link to itself", "missing-link-target",
                        () -> withTar(new RawTar().link("a", '1', "a"))),
                hostile("a hard link to a folder", "link-to-folder",
                        () -> withLayers(layer -> layer.directory("d").hardLink("a", "d"))),
                hostile("a symbolic link that climbs out", "files a", () -> withTar(
                        new RawTar().link("l", '2', "../../../etc/passwd").entry("a", '0', ""))),
                hostile("a file through a link that climbs out", "files etc/a", () -> withTar(
                        new RawTar().link("l", '2', "../../../etc").entry("l/a", '0', ""))),
                hostile("a file through links in a circle", "link-loop",
                        () -> withLayers(layer -> layer.symlink("a", "b").symlink("b", "a").file("a/x", ""))),
                hostile("a file in a file", "not-a-folder",
                        () -> withLayers(layer -> layer.file("a", "").file("a/b", ""))),
                hostile("a file in place of a folder", "files a",
                        () -> withLayers(layer -> layer.file("a/b", ""), layer -> layer.file("a", ""))),
                hostile("a file twice in a layer", "files a",
                        () -> withLayers(layer -> layer.file("a", "1").file("a", "2"))),
                hostile("a whiteout of nothing", "invalid-whiteout",
                        () -> withLayers(layer -> layer.file("d/.wh.", ""))),
                hostile("a whiteout of the folder above", "invalid-whiteout",
                        () -> withLayers(layer -> layer.file("a/.wh...", ""))),
                hostile("a whiteout of a file in its own layer", "files a",
                        () -> withLayers(layer -> layer.file("a", ""), layer -> layer.file("a", "").whiteout("a"))),
                hostile("a whiteout of everything, behind a file", "files b",
                        () -> withLayers(layer -> layer.file("a", ""),
                                layer -> layer.file("b", "").file(".wh..wh..opq", ""))),
                hostile("a whiteout with the name of an opaque whiteout", "files a",
                        () -> withLayers(layer -> layer.file("a", "").whiteout(".wh.a"))),
                hostile("folders that no entry has, without end", "limit-exceeded image-entries",
                        () -> withTar(joined(Stream.iterate(0, i -> i + 1)
                                .limit(40)
                                .map(i -> new RawTar().pax("path", i + "/" + "x/".repeat(2000) + "a")
                                        .entry("a", '0', "")
                                        .withoutEnd())
                                .toArray(byte[][]::new)))));
    }

    static Stream<Arguments> compressions() {
        byte[] tar = goodTar();
        return Stream.of(
                hostile("gzip members behind each other", "files a",
                        () -> storedAs(gzip(Arrays.copyOf(tar, 700)), gzip(Arrays.copyOfRange(tar, 700,
                                tar.length)))),
                hostile("20,000 empty gzip members", "files a",
                        () -> storedAs(repeated(20_000, gzip(new byte[0])), gzip(tar))),
                hostile("garbage behind gzip", "corrupt-layer",
                        () -> storedAs(gzip(tar), RawTar.ascii("garbage"))),
                hostile("zeros behind gzip", "files a", () -> storedAs(gzip(tar), new byte[512])),
                hostile("zeros and a member behind gzip", "corrupt-layer",
                        () -> storedAs(gzip(tar), new byte[512], gzip(new byte[0]))),
                hostile("a wrong gzip checksum", "corrupt-layer",
                        () -> storedAs(GzipBuilder.of(tar).crc(1).toMember())),
                hostile("a wrong gzip length", "corrupt-layer",
                        () -> storedAs(GzipBuilder.of(tar).size(1).toMember())),
                hostile("unknown gzip flags", "corrupt-layer",
                        () -> storedAs(GzipBuilder.of(tar).optional(0x20).toMember())),
                hostile("all optional gzip fields", "files a",
                        () -> storedAs(GzipBuilder.of(tar)
                                .optional(4 | 8 | 16, (byte) 1, (byte) 0, (byte) 'x', (byte) 'n', (byte) 0, (byte) 'c',
                                        (byte) 0)
                                .headerCrc(true)
                                .toMember())),
                hostile("a wrong checksum of a gzip header", "corrupt-layer",
                        () -> storedAs(GzipBuilder.of(tar).headerCrc(false).toMember())),
                hostile("a gzip name without end", "corrupt-layer", () -> storedAs(
                        joined(new byte[] { 0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0 }, filled('n', 1 << 20)))),
                hostile("gzip cut off", "corrupt-layer", () -> storedAs(Arrays.copyOf(gzip(tar), 60))),
                hostile("gzip in gzip", "not-a-tar", () -> storedAs(gzip(gzip(tar)))),
                hostile("a gzip bomb", "limit-exceeded compression-ratio",
                        () -> storedAs(gzip(new byte[80 << 20]))),
                hostile("a zstd bomb", "limit-exceeded compression-ratio",
                        () -> storedAs(zstd(new byte[80 << 20]))),
                hostile("an archive that is a gzip bomb", "limit-exceeded compression-ratio",
                        () -> gzip(new RawTar().entry("a", '0', new byte[80 << 20]).end())),
                hostile("a zstd frame to be skipped, of 4 GiB", "corrupt-layer", () -> storedAs(
                        new byte[] { 0x5a, 0x2a, 0x4d, 0x18, -1, -1, -1, -1 }, zstd(tar))),
                hostile("a zstd frame to be skipped", "files a", () -> storedAs(
                        new byte[] { 0x5a, 0x2a, 0x4d, 0x18, 1, 0, 0, 0, 7 }, zstd(tar))),
                hostile("a zstd window of 3 TiB", "limit-exceeded zstd-window", () -> storedAs(
                        new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xff, 1, 0, 0 })),
                hostile("zstd cut off", "corrupt-layer",
                        () -> storedAs(Arrays.copyOf(zstd(tar), zstd(tar).length - 4))),
                hostile("garbage behind zstd", "corrupt-layer",
                        () -> storedAs(zstd(tar), RawTar.ascii("garbage"))),
                hostile("a layer in xz", "unsupported-compression",
                        () -> storedAs(new byte[] { (byte) 0xfd, '7', 'z', 'X', 'Z', 0 })),
                hostile("a layer that is a zip", "not-a-tar",
                        () -> storedAs(new JarBuilder().entry("a", "a").toJar())),
                hostile("an archive in zstd, cut off", "corrupt-archive",
                        () -> Arrays.copyOf(zstd(withTar(tar)), 100)),
                hostile("an archive in gzip", "files a", () -> gzip(withTar(tar))));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                hostile("a hundred thousand open brackets", "invalid-document",
                        () -> withManifest("[".repeat(100_000))),
                hostile("a hundred thousand open objects", "invalid-document",
                        () -> withConfig("{\"a\":".repeat(100_000))),
                hostile("a document of a million values", "invalid-document",
                        () -> withConfig("[" + "0,".repeat(400_000) + "0]")),
                hostile("a document larger than allowed", "limit-exceeded document-size",
                        () -> withManifest(" ".repeat((2 << 20) + 1))),
                hostile("an empty document", "invalid-document", () -> withManifest("")),
                hostile("a document cut off", "invalid-document", () -> withManifest("[{\"Config\":\"config.json\"")),
                hostile("text behind a document", "invalid-document",
                        () -> withManifest("[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar\"]}] []")),
                hostile("a key that is there twice, the last being right", "files a",
                        () -> withManifest("[{\"Config\":\"other.json\",\"Config\":\"config.json\",\"Layers\":["
                                + "\"layer.tar\"]}]")),
                hostile("a number of a million digits", "invalid-document",
                        () -> withIndex(index("@1@", "9".repeat(1_000_000)))),
                hostile("a number of a huge exponent", "invalid-document",
                        () -> withIndex(index("@1@", "1e999999999"))),
                hostile("a size below zero", "invalid-document", () -> withIndex(index("@1@", "-1"))),
                hostile("a size that is no whole number", "invalid-document", () -> withIndex(index("@1@", "1.5"))),
                hostile("bytes that are not UTF-8", "invalid-document",
                        () -> withManifest("[{\"Config\":\"\u00ff\u00fe\",\"Layers\":[]}]")),
                hostile("a mark of byte order", "files a",
                        () -> withManifest("\u00ef\u00bb\u00bf[{\"Config\":\"config.json\",\"Layers\":["
                                + "\"layer.tar\"]}]")),
                hostile("a name with a NUL", "missing-layer",
                        () -> withManifest("[{\"Config\":\"config.json\",\"Layers\":[\"layer.tar\\u0000\"]}]")),
                hostile("half of a character", "missing-layer",
                        () -> withManifest("[{\"Config\":\"config.json\",\"Layers\":[\"\\ud800\"]}]")),
                hostile("NaN", "invalid-document", () -> withManifest("NaN")),
                hostile("a list where an object belongs", "invalid-document", () -> withConfig("[]")),
                hostile("an invalid date", "invalid-document",
                        () -> withConfig("{\"created\":\"9999999999-01-01T00:00:00Z\",\"rootfs\":{}}")),
                hostile("a history without end", "invalid-document", () -> withConfig(
                        "{\"rootfs\":{},\"history\":[" + "{},".repeat(10_000) + "{}]}")));
    }

    static Stream<Arguments> manifests() {
        return Stream.of(
                hostile("a layer twice", "files a", () -> withLayerTimes(2)),
                hostile("a layer 513 times", "limit-exceeded layers", () -> withLayerTimes(513)),
                hostile("no layers", "files", () -> withLayerTimes(0)),
                hostile("more layers than diff IDs", "layer-count-mismatch",
                        () -> docker(List.of("layer.tar"), List.of()).file("layer.tar", goodTar()).toTar()),
                hostile("a diff ID that lies", "digest-mismatch",
                        () -> docker(List.of("layer.tar"), List.of("sha256:" + "0".repeat(64)))
                                .file("layer.tar", goodTar())
                                .toTar()),
                hostile("an invalid diff ID", "invalid-document",
                        () -> docker(List.of("layer.tar"), List.of("sha256:zz")).file("layer.tar", goodTar()).toTar()),
                hostile("a config whose name lies", "digest-mismatch",
                        () -> goodDocker().json("manifest.json", List.of(Map.of("Config",
                                "0".repeat(64) + ".json", "Layers", List.of("layer.tar"))))
                                .file("0".repeat(64) + ".json", "{\"rootfs\":{}}")
                                .toTar()),
                hostile("a layer that climbs out", "path-escapes",
                        () -> withManifest("[{\"Config\":\"config.json\",\"Layers\":[\"../../etc/passwd\"]}]")),
                hostile("a layer that is a link out", "path-escapes",
                        () -> goodDocker().remove("layer.tar").symlink("layer.tar", "../../etc/passwd").toTar()),
                hostile("a layer that is links in a circle", "link-cycle",
                        () -> goodDocker().remove("layer.tar")
                                .symlink("layer.tar", "other.tar")
                                .symlink("other.tar", "layer.tar")
                                .toTar()),
                hostile("a layer that is a folder", "missing-layer",
                        () -> withManifest("[{\"Config\":\"config.json\",\"Layers\":[\".\"]}]")),
                hostile("a layer that is not there", "missing-layer", () -> goodDocker().remove("layer.tar").toTar()),
                hostile("a manifest that comes twice, the last with the image", "files a",
                        () -> joined(blocks(new ArchiveBuilder().file("manifest.json", "[]")),
                                goodDocker().toTar())),
                hostile("a manifest that comes twice, the last without image", "no-manifest",
                        () -> joined(blocks(goodDocker()), new ArchiveBuilder().file("manifest.json", "[]").toTar())),
                hostile("a manifest that is an archive", "invalid-document",
                        () -> goodDocker().file("manifest.json", goodTar()).toTar()),
                hostile("more entries than an archive may have", "limit-exceeded archive-entries",
                        () -> joined(repeated(2_001, new RawTar().entry("a", '5', "")
                                .withoutEnd()), goodDocker().toTar())),
                hostile("an index in nine indexes", "index-too-deep", () -> withNestedIndexes(10)),
                hostile("an index that leads to nothing", "missing-document", () -> withNestedIndexes(1)),
                hostile("an index that contains itself", "digest-mismatch",
                        () -> new ArchiveBuilder()
                                .file("index.json", index("sha256:" + "a".repeat(64), "2"))
                                .file("blobs/sha256/" + "a".repeat(64), index("sha256:" + "a".repeat(64), "2"))
                                .toTar()),
                hostile("an index of 10,001 manifests", "limit-exceeded manifests",
                        () -> new ArchiveBuilder().file("index.json",
                                "{\"manifests\":[" + Stream.iterate(0, i -> i + 1)
                                        .limit(10_001)
                                        .map(i -> "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                                                + "\"digest\":\"sha256:" + String.format("%064d", i)
                                                + "\",\"size\":1}")
                                        .collect(Collectors.joining(",")) + "]}")
                                .toTar()),
                hostile("a digest of another algorithm", "unsupported-digest",
                        () -> withIndex(index("sha512:" + "0".repeat(128), "1"))),
                hostile("a digest that climbs out", "invalid-document",
                        () -> withIndex(index("sha256:../../../../etc/passwd", "1"))),
                hostile("a layer whose size lies", "size-mismatch",
                        () -> withDescriptor(descriptor(LAYER, "@3@", "7"))),
                hostile("a layer that is the config", "not-a-tar",
                        () -> withDescriptor(descriptor(LAYER, "@2@", "#2#"))),
                hostile("a plain layer with the media type of zstd", "files a",
                        () -> withDescriptor(descriptor(LAYER + "+zstd", "@3@", "#3#"))),
                hostile("a layer that is not distributable", "missing-layer",
                        () -> withDescriptor(descriptor("application/vnd.oci.image.layer.nondistributable.v1.tar",
                                "sha256:" + "0".repeat(64), "1"))),
                hostile("an artifact that is not an image", "not-an-image",
                        () -> withConfigType("application/vnd.example+json")));
    }

    static Stream<Arguments> jars() {
        byte[] inner = new JarBuilder().pom("g", "inner", "1").toJar();
        return Stream.of(
                hostile("a file that is not a jar", "jars a.jar", () -> withFile("a.jar", RawTar.ascii("no zip"))),
                hostile("a jar cut off", "jars a.jar",
                        () -> withFile("a.jar", Arrays.copyOf(inner, inner.length - 30))),
                hostile("a jar whose directory lies outside", "jars a.jar",
                        () -> withFile("a.jar", changed(inner, inner.length - 10, 0xff))),
                hostile("a jar with a false zip64 record", "jars a.jar",
                        () -> withFile("a.jar", zip64(inner, Long.MAX_VALUE, -1))),
                hostile("a jar whose entries overlap", "limit-exceeded image-entries",
                        () -> withFile("a.jar", new JarBuilder().overlapping("i.jar", inner, 6000).toJar())),
                hostile("a jar with a name that climbs out", "jars a.jar a.jar!/../../../i.jar",
                        () -> withFile("a.jar", new JarBuilder().entry("../../../i.jar", inner).toJar())),
                hostile("a jar with a properties bomb", "jars a.jar", () -> withFile("a.jar", new JarBuilder()
                        .entry("META-INF/maven/g/a/pom.properties", "artifactId=" + "a".repeat(20 << 20))
                        .toJar())),
                hostile("a jar with a jar bomb", "jars a.jar",
                        () -> withFile("a.jar", new JarBuilder().entry("i.jar", new byte[80 << 20]).toJar())),
                hostile("a jar with a nested file that is not a jar", "jars a.jar a.jar!/i.jar",
                        () -> withFile("a.jar", new JarBuilder().entry("i.jar", "no zip").toJar())),
                hostile("nine jars in each other", jarsTo(8),
                        () -> withFile("a.jar", nested(9))),
                hostile("a jar with a NUL in its name", "jars a.jar a.jar!/a\0b.jar",
                        () -> withFile("a.jar", new JarBuilder().entry("a\0b.jar", inner).toJar())));
    }

    static Stream<Arguments> databases() {
        return Stream.of(
                hostile("a flood of packages", "limit-exceeded image-entries", () -> withFile("var/lib/dpkg/status",
                        "Package: a\nStatus: a installed\nVersion: 1\n\n".repeat(200_000)
                                .getBytes(StandardCharsets.UTF_8))),
                hostile("a package database of one line", "files var/lib/dpkg/status",
                        () -> withFile("var/lib/dpkg/status", filled('x', 4 << 20))),
                hostile("a package without a version", "files lib/apk/db/installed",
                        () -> withFile("lib/apk/db/installed", RawTar.ascii("P:a\n"))),
                hostile("a package of a size beyond all numbers", "packages a 1",
                        () -> withFile("var/lib/dpkg/status", RawTar.ascii(
                                "Package: a\nStatus: install ok installed\nVersion: 1\nInstalled-Size: 99999999999999999999\n"))),
                hostile("a package database that is a folder", "files",
                        () -> withLayers(layer -> layer.directory("var/lib/dpkg/status"))),
                hostile("a package database that is a pipe", "files",
                        () -> withLayers(layer -> layer.fifo("var/lib/dpkg/status"))),
                hostile("a package database behind a link in a circle", "files",
                        () -> withLayers(layer -> layer.symlink("var/lib/dpkg/status", "status"))),
                hostile("a file that is not an rpm database", "files var/lib/rpm/rpmdb.sqlite",
                        () -> withFile("var/lib/rpm/rpmdb.sqlite", filled('x', 5000))),
                hostile("an apk database of long paths without end", "files lib/apk/db/installed",
                        () -> withFile("lib/apk/db/installed",
                                RawTar.ascii("P:a\nF:" + "x".repeat(4000) + "\n" + "R:a\n".repeat(100_000)))),
                hostile("diversions of long lines without end", "files var/lib/dpkg/diversions",
                        () -> withFile("var/lib/dpkg/diversions",
                                RawTar.ascii(("/" + "x".repeat(64_000) + "\n").repeat(500)))),
                hostile("lists of files that are links to one file", "limit-exceeded package-links",
                        () -> withLayers(layer -> {
                            layer.file("var/lib/dpkg/info/a.list", "/a\n");
                            for (int i = 0; i <= 10_000; i++) {
                                layer.symlink("var/lib/dpkg/info/" + i + ".list", "a.list");
                            }
                        })),
                hostile("a list of files behind a link with a long detour", "limit-exceeded owner-lookups",
                        () -> withLayers(layer -> layer.symlink("d/l", "../d/".repeat(400))
                                .file("var/lib/dpkg/info/a.list", "/d/l/a/x\n/d/l/b/x\n".repeat(10_000)))),
                hostile("tools that are links with long detours", "limit-exceeded resolved-paths",
                        () -> withLinksLeadingAbout("bin/python%d")),
                hostile("Java runtimes in folders that are links with long detours", "limit-exceeded resolved-paths",
                        () -> withLinksLeadingAbout("java%d/lib")),
                hostile("lists of files that are links with long detours", "limit-exceeded resolved-paths",
                        () -> withLinksLeadingAbout("var/lib/dpkg/info/%d.list")),
                hostile("an os-release without end", "files etc/os-release",
                        () -> withFile("etc/os-release", filled('x', 1 << 20))));
    }

    /** Links at paths that Tare searches, and folders of Java runtimes. */
    private static byte[] withLinksLeadingAbout(String name) {
        return withLayers(layer -> {
            addLeadingAbout(layer, "about");
            for (int i = 0; i < 200; i++) {
                layer.symlink(name.formatted(i), "/about").file("java" + i + "/release", "JAVA_VERSION=1");
            }
        });
    }

    private static String fromFile(byte[] archive) throws IOException {
        return outcome(ArchiveSources.open(Files.write(FILE, archive), ImageSelection.ONLY, LIMITS));
    }

    private static String fromStream(byte[] archive) {
        return outcome(ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                LIMITS));
    }

    private static String outcome(ImageSource source) {
        try {
            return shown(new Inspector(LIMITS).inspect(source));
        } catch (LimitExceededException ex) {
            return ex.rule() + " " + ex.limit();
        } catch (InvalidImageException ex) {
            return ex.rule();
        }
    }

    private static String shown(Inspection image) {
        if (!image.software().jars().isEmpty()) {
            return line("jars", image.software().jars().stream().map(Jar::path));
        }
        if (!image.software().packages().isEmpty()) {
            return line("packages",
                    image.software()
                            .packages()
                            .stream()
                            .map(installed -> (installed.name() + " " + installed.version()).strip()));
        }
        return line("files", image.files().entries().stream().filter(FileEntry::isFile).map(FileEntry::path));
    }

    private static String line(String kind, Stream<String> names) {
        return Stream.concat(Stream.of(kind), names).collect(Collectors.joining(" "));
    }

    private static Arguments hostile(String name, String expected, Supplier<byte[]> archive) {
        return arguments(name, expected, archive);
    }

    private static byte[] base256(long value) {
        byte[] field = new byte[12];
        Arrays.fill(field, 0, 4, (byte) (value < 0 ? 0xff : 0));
        for (int i = 0; i < Long.BYTES; i++) {
            field[4 + i] = (byte) (value >> (8 * (Long.BYTES - 1 - i)));
        }
        field[0] |= (byte) 0x80;
        return field;
    }

    /** A block of 21 empty segments, which another block follows. */
    private static byte[] moreHoles() {
        byte[] block = new byte[512];
        Arrays.fill(block, 0, 504, (byte) '0');
        block[504] = 1;
        return block;
    }

    private static byte[] filled(char character) {
        return filled(character, 512);
    }

    private static byte[] filled(char character, int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) character);
        return bytes;
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    /** An archive without its end, so that another archive can follow. */
    private static byte[] blocks(ArchiveBuilder archive) {
        RawTar tar = new RawTar();
        archive.files().forEach((path, content) -> tar.entry(path, '0', content));
        return tar.withoutEnd();
    }

    private static String jarsTo(int depth) {
        return line("jars", Stream.iterate("a.jar", path -> path + "!/i.jar").limit(depth + 1L));
    }

    private static byte[] nested(int depth) {
        byte[] jar = new JarBuilder().entry("a", "a").toJar();
        for (int i = 0; i < depth; i++) {
            jar = new JarBuilder().entry("i.jar", jar).toJar();
        }
        return jar;
    }

    /** A zip with a zip64 end record before its end record. */
    private static byte[] zip64(byte[] zip, long size, long offset) {
        ByteBuffer records = ByteBuffer.allocate(56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        records.putInt(0, 0x06064b50).putLong(40, size).putLong(48, offset).putInt(56, 0x07064b50);
        return joined(Arrays.copyOf(zip, zip.length - 22), records.array(),
                Arrays.copyOfRange(zip, zip.length - 22, zip.length));
    }

    /** The resources in use: temporary files, open files, and heap in bytes. */
    private record Left(List<String> temporaryFiles, long openFiles, long heap) {

        static Left now() throws IOException {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new Left(names(TEMPORARY), openFileCount(), runtime.totalMemory() - runtime.freeMemory());
        }

        private static List<String> names(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(Path::toString).sorted().toList();
            }
        }

        /** The open files of this process, or 0 if the system does not list them. */
        private static long openFileCount() throws IOException {
            Path descriptors = Path.of("/proc/self/fd");
            if (!Files.isDirectory(descriptors)) {
                return 0;
            }
            try (Stream<Path> files = Files.list(descriptors)) {
                return files.count();
            }
        }
    }
}
