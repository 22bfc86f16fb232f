package dev.tare.source.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.Blob;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.source.ImageContents;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** The formats of stored layers, and their media types in manifests. */
class LayerFormatsTests {

    private static final String OCI = "application/vnd.oci.image.layer.v1.tar";

    private static final String DOCKER_GZIP = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    /** An empty gzip member. Its extra field has the offset of the table of contents. */
    private static final byte[] ESTARGZ_FOOTER = new byte[51];

    static {
        byte[] begin = { 0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 26, 0, 'S', 'G', 22, 0 };
        System.arraycopy(begin, 0, ESTARGZ_FOOTER, 0, begin.length);
        System.arraycopy("0000000000000100STARGZ".getBytes(), 0, ESTARGZ_FOOTER, begin.length, 22);
        System.arraycopy(new byte[] { 1, 0, 0, (byte) 255, (byte) 255 }, 0, ESTARGZ_FOOTER, 38, 5);
    }

    private static final Map<String, Entry<UnaryOperator<byte[]>, Compression>> STORED = Map.of("plain",
            Map.entry(tar -> tar, Compression.NONE), "gzip", Map.entry(LayerFormatsTests::gzip, Compression.GZIP),
            "gzip members", Map.entry(LayerFormatsTests::members, Compression.GZIP), "eStargz",
            Map.entry(LayerFormatsTests::estargz, Compression.GZIP), "zstd",
            Map.entry(LayerFormatsTests::zstd, Compression.ZSTD), "zstd chunked",
            Map.entry(LayerFormatsTests::chunked, Compression.ZSTD));

    @TempDir
    private Path folder;

    static Stream<Arguments> formsTypesAndWays() {
        return STORED.entrySet()
                .stream()
                .flatMap(form -> Stream.of(OCI, OCI + "+gzip", OCI + "+zstd", DOCKER_GZIP)
                        .flatMap(type -> Stream.of(Way.values())
                                .map(way -> Arguments.argumentSet(form.getKey() + " told " + type + " as " + way,
                                        form.getValue().getKey(), form.getValue().getValue(), type, way))));
    }

    @ParameterizedTest
    @MethodSource("formsTypesAndWays")
    void layersAreReadByTheirContentAndNotByTheirMediaType(UnaryOperator<byte[]> storing, Compression compression,
            String mediaType, Way way) {
        ImageBuilder builder = anApp();
        ImageContents<List<String>> contents = way.open(builder.ociLayout(storing, mediaType), this.folder)
                .read(new TarPaths(), TarPaths.budget());
        Image image = contents.image();
        assertThat(contents.layers()).containsExactly(List.of("etc", "etc/passwd", "stargz.index.json"));
        assertThat(image.layers()).extracting(Layer::compression).containsExactly(compression);
        assertThat(image.layers()).extracting(layer -> layer.diffId().digest()).isEqualTo(builder.diffIds());
        assertThat(image.layers()).extracting(layer -> layer.digest())
                .containsExactly(Digest.sha256Of(storing.apply(builder.layerTars().getFirst())));
        assertThat(image.layers()).extracting(layer -> layer.mediaType().value()).containsExactly(mediaType);
        if (image.layers().getFirst().mediaType().compression() == compression) {
            assertThat(image.remarks()).isEmpty();
        } else {
            assertThat(image.remarks()).singleElement().asString().contains("1 of 1 layers", mediaType);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void attestationsAreNotImages(Way way) {
        ArchiveBuilder layout = anApp().ociLayout();
        String index = new String(layout.files().get("index.json"));
        byte[] statement = "{\"schemaVersion\":2}".getBytes();
        Digest digest = Digest.sha256Of(statement);
        layout.file("blobs/sha256/" + digest.hex(), statement)
                .file("index.json", index.replace("\"manifests\":[", """
                        "manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":%d,
                        "platform":{"os":"unknown","architecture":"unknown"},
                        "annotations":{"vnd.docker.reference.type":"attestation-manifest"}},"""
                        .formatted(digest, statement.length)));
        Image image = way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).image();
        assertThat(image.config().platform()).isEqualTo(Platform.ofThisMachine());
    }

    private static ImageBuilder anApp() {
        return anImage("app:1").layer(layer -> layer.directory("etc")
                .file("etc/passwd", "root:x:0:0::/root:")
                .file("stargz.index.json", "{\"version\":1}"));
    }

    private static byte[] gzip(byte[] tar) {
        return Blob.compress(tar, Compression.GZIP);
    }

    private static byte[] zstd(byte[] tar) {
        return Blob.compress(tar, Compression.ZSTD);
    }

    private static byte[] members(byte[] tar) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int from = 0; from < tar.length; from += 700) {
            all.writeBytes(gzip(Arrays.copyOfRange(tar, from, Math.min(tar.length, from + 700))));
        }
        return all.toByteArray();
    }

    private static byte[] estargz(byte[] tar) {
        return joined(members(tar), ESTARGZ_FOOTER);
    }

    /** Frames of content, then skippable frames with the table of contents and its offset. */
    private static byte[] chunked(byte[] tar) {
        byte[] first = zstd(Arrays.copyOf(tar, 1024));
        byte[] rest = zstd(Arrays.copyOfRange(tar, 1024, tar.length));
        return joined(first, skipped(new byte[100]), rest, skipped(new byte[300]), skipped(new byte[64]));
    }

    private static byte[] skipped(byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(8 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        return frame.putInt(0x184d2a50).putInt(content.length).put(content).array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
