package dev.tare.toc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.archive.tar.PathEscapesException;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.Blob;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.TocLayers;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostileTableTests {

    private static final byte[] TAR = new LayerBuilder().file("a", "a").toTar();

    @TempDir
    private Path folder;

    static Stream<String> documents() {
        return Stream.of("", "[]", "1", "{", "{}", "{\"version\":1,\"entries\":{}}", "{\"version\":2,\"entries\":[]}",
                "{\"version\":1.0,\"entries\":[]}", "{\"version\":1,\"entries\":[1]}",
                "{\"version\":1,\"entries\":[]}x",
                "{\"version\":1,\"entries\":[],\"entries\":[]}", "{\"version\":1,\"entries\":[" + "[".repeat(50));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void documentOfAnotherFormIsAnError(String document) {
        assertThatExceptionOfType(InvalidTableException.class).isThrownBy(() -> list(document))
                .withMessageContaining("blobs/sha256/")
                .withMessageContaining("Leave out --toc-only");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"type\":\"reg\"", "\"name\":\"a\"", "\"name\":\"a\",\"type\":\"socket\"",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":-1", "\"name\":\"a\",\"type\":\"reg\",\"size\":1.5",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":\"1\"",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":9223372036854775808",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":1e3", "\"name\":[\"a\"],\"type\":\"reg\"",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":1,\"digest\":\"sha256:0\"", "\"name\":\"\",\"type\":\"reg\"",
            "\"name\":\"a\\u0000b\",\"type\":\"reg\"", "\"name\":\"../a\",\"type\":\"reg\"",
            "\"name\":\"a\",\"type\":\"hardlink\"", "\"name\":\"a\",\"type\":\"hardlink\",\"linkName\":\"../b\"",
            "\"name\":\"a\",\"type\":\"hardlink\",\"linkName\":\"a\"", "\"name\":\".wh.\",\"type\":\"reg\"" })
    void invalidEntryIsAnError(String members) {
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> list(table(members)))
                .satisfies(ex -> assertThat(ex.getMessage()).contains("sha256").endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"name\":\"h\",\"type\":\"hardlink\",\"linkName\":\"a\" | which does not exist when the link is created",
            "\"name\":\"d\",\"type\":\"dir\"},{\"name\":\"h\",\"type\":\"hardlink\",\"linkName\":\"d\" | which is a folder",
            "\"name\":\"a\",\"type\":\"reg\"},{\"name\":\"a/b\",\"type\":\"reg\" | is not a folder",
            "\"name\":\".wh.\",\"type\":\"reg\" | does not name a file to hide",
            "\"name\":\"\",\"type\":\"reg\" | an entry has no name",
            "\"name\":\"a\",\"type\":\"reg\",\"size\":-1 | at or after the entry \"a\", its size is negative",
            "\"name\":\"a\\u0000b\",\"type\":\"reg\" | a name with a NUL" })
    void entryThatNoLayerCanHaveIsAnErrorOfTheTable(String members, String problem) {
        assertThatExceptionOfType(InvalidTableException.class).isThrownBy(() -> list(table(members)))
                .withMessageContaining(problem)
                .withMessageStartingWith("The table of contents of the layer \"blobs/sha256/")
                .withMessageContaining("Leave out --toc-only");
    }

    @Test
    void numberThatIsTooLargeIsNamed() {
        assertThatExceptionOfType(InvalidTableException.class)
                .isThrownBy(() -> list(table("\"name\":\"a\",\"type\":\"reg\",\"size\":9223372036854775808")))
                .withMessageContaining("it is not valid JSON, or a number is too large");
    }

    @Test
    void damagedBytesOfTheTableAreAnErrorOfTheTable() {
        Blob layer = TocLayers.zstdChunked(TAR);
        byte[] stored = layer.stored().clone();
        int table =
                Integer.parseInt(layer.annotations().get(TocLayers.ZSTD_CHUNKED + "manifest-position").split(":")[0]);
        Arrays.fill(stored, table + 4, table + 12, (byte) 0xff);
        Map<String, String> annotations = new HashMap<>(layer.annotations());
        annotations.remove(TocLayers.ZSTD_CHUNKED + "manifest-checksum");
        assertThatExceptionOfType(InvalidTableException.class)
                .isThrownBy(() -> TocImage
                        .write(this.folder, new Blob(layer.tar(), stored, layer.mediaType(), annotations))
                        .listed())
                .withMessageContaining("its Zstandard data is invalid");
    }

    @Test
    void pathThatClimbsAboveTheRootNamesTheTable() {
        assertThatExceptionOfType(PathEscapesException.class)
                .isThrownBy(() -> list(table("\"name\":\"a/../../b\",\"type\":\"reg\"")))
                .withMessageContaining("table of contents of");
    }

    @Test
    void otherMembersAreSkipped() {
        String entry =
                "\"name\":\"a\",\"type\":\"reg\",\"xattrs\":{\"user.x\":\"%s\"},\"modtime\":5,\"x\":[{}],\"size\":null"
                        .formatted("!".repeat(1 << 20));
        assertThat(list(table(entry, "\"name\":\"a\",\"type\":\"chunk\",\"chunkOffset\":-5")))
                .extracting(FileEntry::path)
                .containsExactly("a", "stargz.index.json");
    }

    @Test
    void ownersAndModesHaveTheBitsThatSystemsKeep() {
        assertThat(list(table("\"name\":\"a\",\"type\":\"reg\",\"mode\":-1,\"uid\":-2,\"gid\":4294967297"))).first()
                .satisfies(file -> {
                    assertThat(file.mode()).isEqualTo(07777);
                    assertThat(file.uid()).isEqualTo(4_294_967_294L);
                    assertThat(file.gid()).isEqualTo(1);
                });
    }

    @Test
    void contentWithAnotherDigestAlgorithmHasNoDigest() {
        assertThat(list(table("\"name\":\"a\",\"type\":\"reg\",\"size\":1,\"digest\":\"sha512:%s\""
                .formatted("0".repeat(128))))).first().satisfies(file -> assertThat(file.content()).isNull());
    }

    @ParameterizedTest
    @CsvSource({ "entries-per-layer, 2", "image-entries, 2", "path-length, 9", "layer-tar-size, 2999",
            "image-tar-size, 2999" })
    void limitsOfLayersApply(String limit, long low) {
        byte[] document = table("\"name\":\"path/name\",\"type\":\"reg\",\"size\":1000",
                "\"name\":\"b\",\"type\":\"reg\",\"size\":2000", "\"name\":\"long/path/name\",\"type\":\"dir\"")
                .getBytes(StandardCharsets.UTF_8);
        TocImage image = TocImage.write(this.folder, TocLayers.zstdChunked(TAR, document, 64));
        Limits limits = Limits.DEFAULTS.with(limit, low);
        assertThat(image.listed()).isNotEmpty();
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> new TableLister(limits).list(image.source()))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
    }

    @Test
    void sizesThatOverflowExceedALimit() {
        String huge = "\"name\":\"a\",\"type\":\"reg\",\"size\":" + Long.MAX_VALUE;
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> list(table(huge, huge)));
    }

    @Test
    void tableThatExpandsLikeABombEndsAtTheLimit() {
        byte[] document = new byte[129 << 20];
        Arrays.fill(document, (byte) ' ');
        for (Blob layer : List.of(TocLayers.estargz(TAR, document),
                positioned(TocLayers.zstdChunked(TAR, document, 64), "100"))) {
            assertThatExceptionOfType(LimitExceededException.class)
                    .isThrownBy(() -> TocImage.write(this.folder, layer).listed())
                    .satisfies(ex -> assertThat(ex.limit()).isEqualTo("toc-size"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "1", "1:2:3:1:1", "-1:2:3:1", "0:0:3:1", "0:999999999999999999:3:1",
            "999999999999999999:5:3:1", "0:5:999999999999:1", "0:5:3:2", "99999999999999999999:5:3:1" })
    void positionOutsideOfTheLayerIsAnError(String position) {
        Blob layer = annotated(TocLayers.zstdChunked(TAR),
                Map.of(TocLayers.ZSTD_CHUNKED + "manifest-position", position));
        assertThatExceptionOfType(InvalidImageException.class)
                .isThrownBy(() -> TocImage.write(this.folder, layer).listed())
                .withMessageContaining("blobs/sha256/" + layer.digest().hex());
    }

    @ParameterizedTest
    @ValueSource(strings = { "sha256:0", "", "md5:0cc175b9c0f1b6a831c399e269772661" })
    void invalidDigestInAnAnnotationIsAnError(String digest) {
        assertThatExceptionOfType(InvalidTableException.class)
                .isThrownBy(() -> TocImage
                        .write(this.folder, annotated(TocLayers.estargz(TAR), Map.of(TocLayers.TOC_DIGEST, digest)))
                        .listed());
    }

    @Test
    void tableWithAnotherDigestOrSizeThanStatedIsAnError() {
        String other = "sha256:" + "0".repeat(64);
        Blob chunked = TocLayers.zstdChunked(TAR);
        for (Blob layer : List.of(annotated(TocLayers.estargz(TAR), Map.of(TocLayers.TOC_DIGEST, other)),
                annotated(chunked, Map.of(TocLayers.TOC_DIGEST, other)),
                annotated(chunked, Map.of(TocLayers.ZSTD_CHUNKED + "manifest-checksum", other)),
                positioned(chunked, "1"), positioned(chunked, "100000"))) {
            assertThatExceptionOfType(InvalidImageException.class)
                    .isThrownBy(() -> TocImage.write(this.folder, layer).listed())
                    .satisfies(ex -> assertThat(ex.rule()).isIn("digest-mismatch", "invalid-table-of-contents"));
        }
    }

    private List<FileEntry> list(String document) {
        return TocImage.write(this.folder, TocLayers.estargz(TAR, document.getBytes(StandardCharsets.UTF_8))).listed();
    }

    private static String table(String... entries) {
        return "{\"version\":1,\"entries\":[" + String.join(",", Stream.of(entries).map("{%s}"::formatted).toList())
                + "]}";
    }

    /** The layer with another uncompressed size in the annotation for its position. */
    private static Blob positioned(Blob layer, String size) {
        String key = TocLayers.ZSTD_CHUNKED + "manifest-position";
        String[] parts = layer.annotations().get(key).split(":");
        return annotated(layer, Map.of(key, parts[0] + ":" + parts[1] + ":" + size + ":1"));
    }

    private static Blob annotated(Blob layer, Map<String, String> annotations) {
        Map<String, String> all = new HashMap<>(layer.annotations());
        all.putAll(annotations);
        return new Blob(layer.tar(), layer.stored(), layer.mediaType(), all);
    }
}
