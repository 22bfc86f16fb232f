package dev.tare.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import com.github.luben.zstd.ZstdOutputStream;
import dev.tare.fixture.Blob;
import dev.tare.fixture.HostileImages;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LayerStreamTests {

    private static final byte[] TAR = new LayerBuilder().file("random", random(300_000)).toTar();

    @ParameterizedTest
    @EnumSource(Compression.class)
    void finishTakesDigestsAndSizesOfBothForms(Compression compression) throws IOException {
        Blob blob = Blob.of(TAR, compression);
        StoredLayer layer = read(blob.stored(), Limits.DEFAULTS);
        assertThat(layer.compression()).isEqualTo(compression);
        assertThat(layer.digest()).isEqualTo(blob.digest());
        assertThat(layer.diffId().digest()).isEqualTo(blob.diffId());
        assertThat(layer.storedSize()).isEqualTo(blob.stored().length);
        assertThat(layer.tarSize()).isEqualTo(TAR.length);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void tarHasTheStoredBytes(Compression compression) throws IOException {
        try (LayerStream stream = open(Blob.of(TAR, compression).stored(), Limits.DEFAULTS)) {
            assertThat(stream.tar().readAllBytes()).isEqualTo(TAR);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "ZSTD" })
    void severalMembersAreReadAsOneStream(Compression compression) throws IOException {
        byte[] first = Blob.compress(Arrays.copyOf(TAR, 100_000), compression);
        byte[] second = Blob.compress(Arrays.copyOfRange(TAR, 100_000, TAR.length), compression);
        assertThat(read(concat(first, second), Limits.DEFAULTS).diffId().digest()).isEqualTo(Digest.sha256Of(TAR));
    }

    @Test
    void gzipHeaderWithAllFieldsIsRead() throws IOException {
        byte[] plain = Blob.compress(TAR, Compression.GZIP);
        byte[] header = { 0x1f, (byte) 0x8b, 8, 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0 };
        byte[] stored = concat(header, Arrays.copyOfRange(plain, 10, plain.length));
        assertThat(read(stored, Limits.DEFAULTS).diffId().digest()).isEqualTo(Digest.sha256Of(TAR));
    }

    @Test
    void gzipMayEndWithZeros() throws IOException {
        byte[] stored = concat(Blob.compress(TAR, Compression.GZIP), new byte[1000]);
        StoredLayer layer = read(stored, Limits.DEFAULTS);
        assertThat(layer.diffId().digest()).isEqualTo(Digest.sha256Of(TAR));
        assertThat(layer.digest()).isEqualTo(Digest.sha256Of(stored));
    }

    @Test
    void zstdMayBeginWithAFrameToSkip() throws IOException {
        byte[] skippable = { 0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3 };
        byte[] stored = concat(skippable, Blob.compress(TAR, Compression.ZSTD));
        assertThat(read(stored, Limits.DEFAULTS).diffId().digest()).isEqualTo(Digest.sha256Of(TAR));
    }

    @Test
    void zstdWithAsLargeAWindowAsAllowedIsRead() throws IOException {
        byte[] stored = concat(Blob.compress(TAR, Compression.ZSTD), HostileImages.zstd(TAR, 27));
        Digest expected = Digest.sha256Of(concat(TAR, TAR));
        assertThat(read(stored, Limits.DEFAULTS).diffId().digest()).isEqualTo(expected);
        assertThat(read(stored, Limits.DEFAULTS.with("zstd-window", 1L << 28)).diffId().digest()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 1 << 20, 3 << 19, (2L << 30) - 1 })
    void zstdWhenWindowIsLargerThanAllowedThrowsException(long allowed) {
        byte[] stored = concat(Blob.compress(new byte[1], Compression.ZSTD), zstdHeader(31));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(stored, Limits.DEFAULTS.with("zstd-window", allowed)))
                .withMessage("\"layer.tar\" has more than " + allowed + " bytes in its zstd window, the limit "
                        + "\"zstd-window\". Raise the limit if you trust the image.");
    }

    @Test
    void zstdWhenWindowIsLargerThanZstdSupportsThrowsException() {
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(zstdHeader(32), Limits.DEFAULTS.with("zstd-window", Long.MAX_VALUE)))
                .withMessage("\"layer.tar\" has more than 2147483648 bytes in its zstd window, the limit "
                        + "\"zstd-window\". No image tool writes that; do not trust this image.");
    }

    private static byte[] zstdHeader(int windowLog) {
        return new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((windowLog - 10) << 3), 1, 0, 0 };
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "ZSTD" })
    void garbageAfterCompressedDataThrowsException(Compression compression) {
        assertFails(concat(Blob.compress(TAR, compression), "garbage".getBytes()), "corrupt-layer");
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "ZSTD" })
    void compressedDataThatIsCutOffThrowsException(Compression compression) {
        byte[] stored = Blob.compress(TAR, compression);
        for (int length = 30; length < stored.length; length += 9973) {
            assertFails(Arrays.copyOf(stored, length), "corrupt-layer");
        }
        assertFails(Arrays.copyOf(stored, stored.length - 1), "corrupt-layer");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 5 })
    void gzipWhenTrailerDoesNotMatchThrowsException(int fromEnd) {
        byte[] stored = Blob.compress(TAR, Compression.GZIP);
        stored[stored.length - fromEnd] ^= 1;
        assertFails(stored, "corrupt-layer");
    }

    @ParameterizedTest
    @ValueSource(strings = { "BZh91AY&SY", "\u00fd7zXZ\0" })
    void otherCompressionsThrowException(String magic) {
        byte[] stored = magic.getBytes(StandardCharsets.ISO_8859_1);
        assertFails(stored, "unsupported-compression");
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "ZSTD" })
    void aDecompressionBombThrowsException(Compression compression) throws IOException {
        byte[] stored = compressZeros(256 << 20, compression);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read(stored, Limits.DEFAULTS))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("compression-ratio"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("layer.tar"));
    }

    @Test
    void aTarLargerThanAllowedThrowsException() {
        Limits limits = Limits.DEFAULTS.with("layer-tar-size", 100_000);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(Blob.compress(TAR, Compression.GZIP), limits))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("layer-tar-size"));
    }

    @Test
    void layersTogetherLargerThanAllowedThrowException() throws IOException {
        Limits limits = Limits.DEFAULTS.with("image-tar-size", 500_000);
        ImageBudget budget = new ImageBudget(limits);
        LayerStream.open("first", new ByteArrayInputStream(TAR), limits, budget).finish();
        LayerStream second = LayerStream.open("second", new ByteArrayInputStream(TAR), limits, budget);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(second::finish)
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-tar-size"));
    }

    private static void assertFails(byte[] stored, String rule) {
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> read(stored, Limits.DEFAULTS))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo(rule))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("layer.tar"));
    }

    private static StoredLayer read(byte[] stored, Limits limits) throws IOException {
        try (LayerStream stream = open(stored, limits)) {
            return stream.finish();
        }
    }

    private static LayerStream open(byte[] stored, Limits limits) throws IOException {
        return LayerStream.open("layer.tar", new ByteArrayInputStream(stored), limits, new ImageBudget(limits));
    }

    private static byte[] compressZeros(int size, Compression compression) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var compressor = compression == Compression.GZIP ? new GZIPOutputStream(out)
                : new ZstdOutputStream(out)) {
            byte[] zeros = new byte[1 << 20];
            for (int written = 0; written < size; written += zeros.length) {
                compressor.write(zeros);
            }
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
