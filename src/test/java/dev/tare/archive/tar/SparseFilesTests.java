package dev.tare.archive.tar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.archive.LayerStream;
import dev.tare.fixture.RawTar;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SparseFilesTests {

    /** Without a form, the records do not locate the data. So engines read the file as a plain file. */
    @ParameterizedTest
    @CsvSource({ "GNU.sparse.size,100000", "GNU.sparse.realsize,100000", "GNU.sparse.name,other",
            "GNU.sparse.major,2" })
    void recordsOfASparseFileWithoutAFormAreIgnored(String key, String value) throws IOException {
        TarReader reader = TarReader.ofLayer(
                new ByteArrayInputStream(new RawTar().pax(key, value).entry("a", '0', "abc").end()), "layer.tar",
                Limits.DEFAULTS, new ImageBudget(Limits.DEFAULTS));
        assertThat(reader.next()).extracting(TarEntry::path, TarEntry::size).containsExactly("a", 3L);
    }

    @Test
    void contentHasHolesAsZeros() throws IOException {
        byte[] tar = map("2,3,8,1", "10", "abcd");
        TarReader reader = reader(tar, Limits.DEFAULTS);
        TarEntry entry = reader.next();
        assertThat(entry).extracting(TarEntry::path, TarEntry::size).containsExactly("sparse", 10L);
        assertThat(new String(reader.content().readAllBytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo("\0\0abc\0\0\0d\0");
    }

    @Test
    void contentOfASingleHoleIsZeros() throws IOException {
        TarReader reader = reader(map("0,0", "5", ""), Limits.DEFAULTS);
        reader.next();
        assertThat(reader.content().readAllBytes()).isEqualTo(new byte[5]);
    }

    @Test
    void contentOfAHoleEndsWithTheTime() throws IOException {
        AtomicLong now = new AtomicLong();
        SparseMap hole = new SparseMap(1L << 32, List.of());
        try (InputStream content = new SparseContent(InputStream.nullInputStream(), hole,
                Deadline.of(Limits.DEFAULTS.with("time", 1), now::get))) {
            assertThat(content.read(new byte[512])).isEqualTo(512);
            now.set(1_000_001);
            assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> content.read(new byte[512]))
                    .extracting(LimitExceededException::limit)
                    .isEqualTo("time");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "5,3,2,1 | 10", "8,4 | 10", "0,3 | 10", "0,5 | 10", "-1,4 | 10", "0,-4 | 10",
            "0,4 | -1", "0,4,9 | 10", "a,b | 10", "9223372036854775807,4 | 10", "0,4 | x" })
    void nextWhenMapIsWrongThrowsException(String map, String size) {
        assertFails(map(map, size, "abcd"), "corrupt-tar");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1\n0\n", "x\n", "1\n0\n99999999999999999999\n", "", "1\n-0\n4\n" })
    void nextWhenLinesOfTheMapAreWrongThrowsException(String lines) {
        byte[] content = lines.getBytes(StandardCharsets.US_ASCII);
        byte[] tar = new RawTar().pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.realsize", "10")
                .entry("a", '0', Arrays.copyOf(content, content.length == 0 ? 0 : 512))
                .end();
        assertFails(tar, "corrupt-tar");
    }

    @Test
    void nextWhenMapHasTooManySegmentsThrowsException() {
        byte[] tar = new RawTar().pax("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.realsize", "10")
                .entry("a", '0', Arrays.copyOf("100000000\n".getBytes(StandardCharsets.US_ASCII), 512))
                .end();
        assertFails(tar, "limit-exceeded");
    }

    @Test
    void nextWhenOldMapNeverEndsThrowsException() {
        byte[] header = new RawTar().header("a", 'S', 0, "").withoutEnd();
        header[482] = 1;
        byte[] more = new byte[512];
        for (int i = 0; i < 21; i++) {
            RawTar.put(more, 24 * i, RawTar.ascii("000000000000000000000000"));
        }
        more[504] = 1;
        RawTar tar = new RawTar().block(RawTar.withChecksum(header));
        for (int i = 0; i < 4000; i++) {
            tar.block(more);
        }
        assertFails(tar.end(), "limit-exceeded");
    }

    @Test
    void nextWhenHolesExceedTheirLimitThrowsException() {
        assertFails(map("0,4", Long.toString(Long.MAX_VALUE), "abcd"), "limit-exceeded");
        Limits limits = Limits.DEFAULTS.with("layer-tar-size", 15_000);
        byte[] twice = new RawTar().pax("GNU.sparse.size", "10000", "GNU.sparse.map", "0,0")
                .entry("a", '0', "")
                .pax("GNU.sparse.size", "10000", "GNU.sparse.map", "0,0")
                .entry("b", '0', "")
                .end();
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> {
            TarReader reader = reader(twice, limits);
            reader.next();
            reader.next();
        })
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("layer-tar-size"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("b"));
    }

    @Test
    void holesOfAllLayersCountTogether() throws IOException {
        ImageBudget budget = new ImageBudget(Limits.DEFAULTS);
        byte[] tar = map("0,4", Long.toString(120L << 20), "abcd");
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 9; i++) {
                        readOne(tar, Limits.DEFAULTS, budget);
                    }
                })
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("holes-size"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("sparse"));
    }

    @Test
    void holesOfAllImagesOfARequestCountTogether() throws IOException {
        RequestBudget request = new RequestBudget();
        byte[] tar = map("0,4", Long.toString(120L << 20), "abcd");
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 9; i++) {
                        readOne(tar, Limits.DEFAULTS, new ImageBudget(Limits.DEFAULTS, request));
                    }
                })
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("holes-size"));
    }

    /** A tar of a kibibyte with a file of a gibibyte would take a second of a processor. */
    @Test
    void holesAreBoundedPerByteOfTheTar() throws IOException {
        readOne(map("0,4", Long.toString(128L << 20), "abcd"), Limits.DEFAULTS, new ImageBudget(Limits.DEFAULTS));
        byte[] tar = map("0,4", Long.toString(129L << 20), "abcd");
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> readOne(tar, Limits.DEFAULTS, new ImageBudget(Limits.DEFAULTS)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("holes-ratio"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("sparse"));
    }

    @Test
    void holesCountAsBytesOfTheImage() {
        Limits limits = Limits.DEFAULTS.with("image-tar-size", 15_000);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> readOne(map("0,4", "20000", "abcd"), limits, new ImageBudget(limits)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-tar-size"));
    }

    @Test
    void readInAHoleWhenThreadIsInterruptedThrowsException() throws IOException {
        TarReader reader = reader(map("0,4", Long.toString(1L << 24), "abcd"), Limits.DEFAULTS);
        reader.next();
        assertThat(reader.content().readNBytes(4)).hasSize(4);
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> reader.content().read());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static void readOne(byte[] tar, Limits limits, ImageBudget budget) throws IOException {
        try (LayerStream layer = LayerStream.open("layer.tar", new ByteArrayInputStream(tar), limits, budget)) {
            TarReader.ofLayer(layer.tar(), "layer.tar", limits, budget).next();
        }
    }

    private static byte[] map(String map, String size, String data) {
        return new RawTar().pax("GNU.sparse.size", size, "GNU.sparse.map", map, "GNU.sparse.name", "sparse")
                .entry("GNUSparseFile.0/sparse", '0', data)
                .end();
    }

    private static void assertFails(byte[] tar, String rule) {
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> reader(tar, Limits.DEFAULTS).next())
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo(rule));
    }

    private static TarReader reader(byte[] tar, Limits limits) {
        return TarReader.ofLayer(new ByteArrayInputStream(tar), "layer.tar", limits, new ImageBudget(limits));
    }
}
