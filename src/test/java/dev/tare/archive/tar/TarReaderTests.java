package dev.tare.archive.tar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.RawTar;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class TarReaderTests {

    @Test
    void nextReadsEveryKindOfEntry() throws IOException {
        byte[] tar = new LayerBuilder().directory("etc", 01777)
                .file("etc/passwd", "root", 04755)
                .symlink("etc/link", "../x")
                .hardLink("etc/hard", "/etc/passwd")
                .fifo("run/fifo")
                .characterDevice("dev/null", 1, 3)
                .toTar();
        assertThat(read(tar)).extracting(TarEntry::path, TarEntry::type, TarEntry::mode, TarEntry::linkTarget)
                .containsExactly(tuple("etc", EntryType.DIRECTORY, 01777, null),
                        tuple("etc/passwd", EntryType.FILE, 04755, null),
                        tuple("etc/link", EntryType.SYMBOLIC_LINK, 0777, "../x"),
                        tuple("etc/hard", EntryType.HARD_LINK, 0644, "etc/passwd"),
                        tuple("run/fifo", EntryType.FIFO, 0644, null),
                        tuple("dev/null", EntryType.CHARACTER_DEVICE, 0666, null));
    }

    /** Container engines read with Go's archive/tar, so its result for each header is what they extract. */
    @Test
    void extendedHeadersBeforeAGlobalHeaderChangeNoEntry() throws IOException {
        byte[] tar = new RawTar().pax("path", "etc/passwd")
                .entry("././@LongLink", 'L', "etc/shadow\0")
                .entry("pax_global_header", 'g', "9 a=bcde\n")
                .entry("innocent", '0', "")
                .end();
        assertThat(read(tar)).extracting(TarEntry::path).containsExactly("innocent");
    }

    @Test
    void lastOfSeveralExtendedHeadersOfOneKindCounts() throws IOException {
        byte[] pax = new RawTar().pax("path", "first", "uid", "7").pax("path", "last").entry("a", '0', "").end();
        byte[] gnu = new RawTar().entry("x", 'L', "first").entry("x", 'L', "last").entry("a", '0', "").end();
        byte[] empty = new RawTar().entry("x", 'L', "first").entry("x", 'L', "\0").entry("a", '0', "").end();
        assertThat(read(pax)).extracting(TarEntry::path, TarEntry::uid).containsExactly(tuple("last", 0L));
        assertThat(read(gnu)).extracting(TarEntry::path).containsExactly("last");
        assertThat(read(empty)).extracting(TarEntry::path).containsExactly("a");
    }

    @Test
    void prefixInPlaceOfTheTimesOfAGnuHeaderIsRead() throws IOException {
        assertThat(read(gnu("some/prefix"))).extracting(TarEntry::path).containsExactly("some/prefix/name.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = { "15173542601\u000015173542601\u0000", "             ", "\u00e9/prefix" })
    void timesInAGnuHeaderAreNotReadAsAPrefix(String times) throws IOException {
        assertThat(read(gnu(times))).extracting(TarEntry::path).containsExactly("name.txt");
    }

    private static byte[] gnu(String behind) {
        byte[] block = Arrays.copyOf(new RawTar().header("name.txt", '0', 0, "").withoutEnd(), 512);
        RawTar.put(block, 257, RawTar.ascii("ustar  \0"));
        RawTar.put(block, 345, behind.getBytes(StandardCharsets.ISO_8859_1));
        return new RawTar().block(RawTar.withChecksum(block)).end();
    }

    @Test
    void contentIsBoundedToTheEntry() throws IOException {
        TarReader reader = reader(new LayerBuilder().file("a", "first").file("b", "second").toTar());
        reader.next();
        assertThat(reader.content()).hasContent("first");
        reader.next();
        assertThat(reader.content()).hasContent("second");
        assertThat(reader.next()).isNull();
    }

    @Test
    void contentOfAnEarlierEntryReadsNothingOfALaterOne() throws IOException {
        TarReader reader = reader(new LayerBuilder().file("a", "first").file("b", "second").toTar());
        reader.next();
        var first = reader.content();
        reader.next();
        assertThat(first.read()).isEqualTo(-1);
        assertThat(reader.content()).hasContent("second");
    }

    @Test
    void nextSkipsUnreadContent() throws IOException {
        byte[] tar = new LayerBuilder().file("a", new byte[100_000]).file("b", "second").toTar();
        assertThat(read(tar)).extracting(TarEntry::path, TarEntry::size)
                .containsExactly(tuple("a", 100_000L),
                        tuple("b", 6L));
    }

    @Test
    void offsetLeadsToTheEntryWithItsExtendedHeaders() throws IOException {
        String longPath = "folder/".repeat(50) + "file";
        byte[] tar = new LayerBuilder().file("a", "first").file(longPath, "second").toTar();
        TarReader reader = reader(tar);
        reader.next();
        reader.next();
        TarReader there = reader(Arrays.copyOfRange(tar, (int) reader.offset(), tar.length));
        assertThat(there.next()).extracting(TarEntry::path).isEqualTo(longPath);
        assertThat(there.content()).hasContent("second");
    }

    @ParameterizedTest
    @CsvSource({ "./etc/passwd, etc/passwd", "/etc/passwd, etc/passwd", "etc//passwd, etc/passwd",
            "etc/./passwd/, etc/passwd",
            "etc/../passwd, passwd", "..., ...", "a/.., ''" })
    void nextNormalisesPaths(String written, String path) throws IOException {
        assertThat(read(new RawTar().entry(written, '5', "").end())).extracting(TarEntry::path).containsExactly(path);
    }

    @Test
    void nextReadsNamesFromPaxRecords() throws IOException {
        byte[] tar = new RawTar().pax("path", "dé/é", "uid", "4294967296", "gid", "7", "mtime", "1.25",
                "SCHILY.xattr.security.capability", "cap").entry("short", '0', "x").entry("next", '0', "").end();
        List<TarEntry> entries = read(tar);
        assertThat(entries.getFirst()).satisfies(entry -> {
            assertThat(entry.path()).isEqualTo("dé/é");
            assertThat(entry.uid()).isEqualTo(1L << 32);
            assertThat(entry.gid()).isEqualTo(7);
            assertThat(entry.modified()).isEqualTo(Instant.ofEpochSecond(1, 250_000_000));
            assertThat(entry.xattrs()).containsOnlyKeys("security.capability");
        });
        assertThat(entries.get(1)).extracting(TarEntry::path, TarEntry::xattrs).containsExactly("next", Map.of());
    }

    @Test
    void nextReadsTheSizeFromPaxRecords() throws IOException {
        byte[] tar = new RawTar().pax("size", "5")
                .header("a", '0', 0, "")
                .block(Arrays.copyOf("hello".getBytes(), 512))
                .entry("b", '0', "")
                .end();
        assertThat(read(tar)).extracting(TarEntry::size).containsExactly(5L, 0L);
    }

    @Test
    void nextWhenPaxValueIsEmptyKeepsTheHeadersOwn() throws IOException {
        assertThat(read(new RawTar().pax("path", "").entry("own", '0', "").end())).extracting(TarEntry::path)
                .containsExactly("own");
    }

    @Test
    void nextIgnoresGlobalPaxHeadersAsEnginesDo() throws IOException {
        byte[] tar = new RawTar().entry("pax_global_header", 'g', "19 path=hidden/me\n\n".replace("\n\n", "x\n"))
                .entry("a", '0', "")
                .end();
        assertThat(read(tar)).extracting(TarEntry::path).containsExactly("a");
    }

    @Test
    void nextReadsLongNamesOfGnuTar() throws IOException {
        byte[] tar = new RawTar().entry("././@LongLink", 'L', "long/name\0")
                .entry("././@LongLink", 'K', "target\0")
                .link("short", '2', "t")
                .end();
        assertThat(read(tar)).extracting(TarEntry::path, TarEntry::linkTarget)
                .containsExactly(tuple("long/name", "target"));
    }

    @Test
    void nextReadsNumbersInBase256() throws IOException {
        byte[] block = new RawTar().header("a", '1', 0, "b").withoutEnd();
        RawTar.put(block, 108, new byte[] { (byte) 0x80, 0, 0, 1, 0, 0, 0, 0 });
        RawTar.put(block, 136, new byte[] { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -2 });
        List<TarEntry> entries = read(new RawTar().block(RawTar.withChecksum(block)).end());
        assertThat(entries.getFirst().uid()).isEqualTo(1L << 32);
        assertThat(entries.getFirst().modified()).isEqualTo(Instant.ofEpochSecond(-2));
    }

    @Test
    void nextAcceptsChecksumsOfSignedBytes() throws IOException {
        byte[] block = new RawTar().header("caf\u00e9", '0', 0, "").withoutEnd();
        int signed = 8 * ' ';
        for (int i = 0; i < 512; i++) {
            signed += i >= 148 && i < 156 ? 0 : block[i];
        }
        RawTar.put(block, 148, RawTar.ascii(String.format("%06o\0 ", signed)));
        assertThat(read(new RawTar().block(block).end())).extracting(TarEntry::path).containsExactly("caf\\xE9");
    }

    @Test
    void nextReadsAFolderOfTheOldestFormat() throws IOException {
        assertThat(read(new RawTar().entry("old/", '\0', "").end())).extracting(TarEntry::type)
                .containsExactly(EntryType.DIRECTORY);
    }

    @Test
    void nextIgnoresSizesOfEntriesWithoutContent() throws IOException {
        byte[] tar = new RawTar().header("link", '1', 1000, "a")
                .header("folder", '5', 512, "")
                .entry("a", '0', "x")
                .end();
        assertThat(read(tar)).extracting(TarEntry::size).containsExactly(0L, 0L, 1L);
    }

    @Test
    void nextAcceptsTheEndOfTheStreamAtABlockBoundary() throws IOException {
        assertThat(read(new RawTar().entry("a", '0', "x").withoutEnd())).hasSize(1);
        assertThat(read(new byte[512])).isEmpty();
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void nextLeavesTheBytesAfterTheEnd() throws IOException {
        byte[] tar = new RawTar().entry("a", '0', "x").end();
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(tar, tar.length + 77));
        TarReader reader = TarReader.ofLayer(in, "layer.tar", Limits.DEFAULTS, new ImageBudget(Limits.DEFAULTS));
        reader.next();
        assertThat(reader.next()).isNull();
        assertThat(in.available()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(strings = { "../passwd", "etc/../../passwd", "/../passwd", "a/../.." })
    void nextWhenPathClimbsOutThrowsException(String path) {
        assertFails(new RawTar().entry(path, '0', "").end(), "path-escapes", path);
    }

    @Test
    void nextWhenHardLinkClimbsOutThrowsException() {
        assertFails(new RawTar().link("a", '1', "../../etc/shadow").end(), "path-escapes", "../../etc/shadow");
    }

    @Test
    void nextWhenBytesAreNotATarThrowsException() {
        assertFails("Not a tar. ".repeat(100).getBytes(), "not-a-tar", "layer.tar");
        assertFails("short".getBytes(), "not-a-tar", "layer.tar");
    }

    @Test
    void nextWhenALaterHeaderIsDamagedThrowsException() {
        byte[] tar = new RawTar().entry("a", '0', "x").entry("b", '0', "").end();
        tar[1024 + 5] ^= 1;
        assertFails(tar, "corrupt-tar", "a");
    }

    @Test
    void nextWhenASingleZeroBlockLiesBetweenEntriesThrowsException() {
        assertFails(new RawTar().entry("a", '0', "").block(new byte[512]).entry("b", '0', "").end(), "corrupt-tar",
                "a");
    }

    @ParameterizedTest
    @ValueSource(chars = { 'V', 'M', 'D', 'N', 'A', 'X', '9' })
    void nextWhenEnginesRejectTheTypeThrowsException(char type) {
        assertFails(new RawTar().entry("a", type, "").end(), "corrupt-tar", "a");
    }

    @Test
    void nextWhenAFileHasNoNameThrowsException() {
        assertFails(new RawTar().entry("./", '0', "x").end(), "corrupt-tar", "./");
    }

    @ParameterizedTest
    @ValueSource(strings = { "9 path=ab\n", "11 path=ab\nx", "path=ab\n", "99 path=a\n", "10 path ab\n", "6 =ab\n",
            "-1 a=b\n", "99999999999 a=b\n", "10 path=ab", " a=b\n", "0 a=b\n" })
    void nextWhenPaxRecordsAreMalformedThrowsException(String records) {
        assertFails(new RawTar().entry("x", 'x', records).entry("a", '0', "").end(), "corrupt-tar", null);
    }

    @ParameterizedTest
    @CsvSource({ "size, -1", "size, 1x", "uid, 99999999999999999999", "mtime, now", "mtime, 1e999999999",
            "mtime, 99999999999999999999", "path, a\0b", "linkpath, a\0b" })
    void nextWhenPaxValuesAreOutOfRangeThrowsException(String key, String value) {
        char type = key.equals("linkpath") ? '2' : '0';
        assertFails(new RawTar().pax(key, value).entry("a", type, "").end(), "corrupt-tar", null);
    }

    @Test
    void nextWhenNumbersAreOutOfRangeThrowsException() {
        byte[] negative = new RawTar().header("a", '0', 0, "").withoutEnd();
        RawTar.put(negative, 124, new byte[] { -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1 });
        assertFails(new RawTar().block(RawTar.withChecksum(negative)).end(), "corrupt-tar", "a");
        byte[] huge = new RawTar().header("a", '0', 0, "").withoutEnd();
        RawTar.put(huge, 124, new byte[] { (byte) 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 });
        assertFails(new RawTar().block(RawTar.withChecksum(huge)).end(), "corrupt-tar", "a");
        byte[] letters = new RawTar().header("a", '0', 0, "").withoutEnd();
        RawTar.put(letters, 124, RawTar.ascii("00000zzz"));
        assertFails(new RawTar().block(RawTar.withChecksum(letters)).end(), "corrupt-tar", "a");
    }

    @Test
    void nextWhenExtendedHeaderIsFollowedByNothingThrowsException() {
        assertFails(new RawTar().pax("path", "a").withoutEnd(), "truncated", null);
        assertFails(new RawTar().pax("path", "a").end(), "truncated", null);
    }

    @Test
    void nextWhenExtendedHeaderIsTooLargeThrowsException() {
        byte[] tar = new RawTar().header("x", 'x', 1L << 33, "").end();
        assertExceeds(tar, Limits.DEFAULTS, "extended-header-size");
        assertExceeds(new RawTar().header("x", 'L', 1L << 33, "").end(), Limits.DEFAULTS, "extended-header-size");
    }

    @Test
    void nextWhenThereAreTooManyEntriesThrowsException() {
        Limits limits = Limits.DEFAULTS.with("entries-per-layer", 2).with("archive-entries", 1);
        byte[] tar = new RawTar().entry("a", '0', "").entry("b", '0', "").entry("c", '0', "").end();
        assertExceeds(tar, limits, "entries-per-layer");
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> {
            TarReader reader =
                    TarReader.ofArchive(new ByteArrayInputStream(tar), "given.tar", limits, Deadline.of(limits));
            reader.next();
            reader.next();
        }).satisfies(ex -> assertThat(ex.limit()).isEqualTo("archive-entries"));
    }

    @Test
    void nextWhenAPathIsTooLongThrowsException() {
        Limits limits = Limits.DEFAULTS.with("path-length", 10);
        assertExceeds(new RawTar().pax("path", "12345678901").entry("a", '0', "").end(), limits, "path-length");
        assertExceeds(new RawTar().pax("linkpath", "12345678901").entry("a", '2', "").end(), limits, "path-length");
    }

    @Test
    void nextWhenANameExceedsTheLimitOfLinuxThrowsException() throws IOException {
        String longest = "é".repeat(127) + "x";
        assertThat(read(new RawTar().pax("path", longest + "/" + longest).entry("a", '0', "").end())).hasSize(1);
        assertThat(read(new RawTar().pax("linkpath", longest + "x").entry("a", '2', "").end())).hasSize(1);
        assertExceeds(new RawTar().pax("path", "a/" + longest + "x").entry("a", '0', "").end(), Limits.DEFAULTS,
                "name-length");
        assertExceeds(new RawTar().pax("linkpath", longest + "x").entry("a", '1', "").end(), Limits.DEFAULTS,
                "name-length");
    }

    @Test
    void nextCountsTheBytesOfAPath() throws IOException {
        byte[] bytes = new byte[4096];
        Arrays.fill(bytes, (byte) 0xff);
        for (int i = 200; i < bytes.length; i += 200) {
            bytes[i] = '/';
        }
        assertThat(read(new RawTar().entry("././@LongLink", 'L', bytes).entry("a", '0', "").end())).hasSize(1);
        assertExceeds(new RawTar().entry("././@LongLink", 'L', Arrays.copyOf(bytes, 4096 * 2))
                .entry("a", '0', "")
                .end(), Limits.DEFAULTS.with("path-length", 4095), "path-length");
    }

    @Test
    void nextWhenThereAreTooManyGlobalHeadersThrowsException() {
        Limits limits = Limits.DEFAULTS.with("entries-per-layer", 2);
        assertExceeds(new RawTar().entry("x", 'g', "").entry("x", 'g', "").entry("a", '0', "").end(), limits,
                "entries-per-layer");
    }

    @Test
    void nextWhenTheNamesOfAnArchiveExceedTheirLimitThrowsException() throws IOException {
        RawTar tar = new RawTar();
        for (int i = 0; i < 2_200; i++) {
            tar.pax("path", "a/".repeat(2_000) + i, "linkpath", "b/".repeat(2_000) + i).link("a", '2', "b");
        }
        TarReader reader = TarReader.ofArchive(new ByteArrayInputStream(tar.end()), "given.tar", Limits.DEFAULTS,
                Deadline.of(Limits.DEFAULTS));
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> {
            while (reader.next() != null) {
                // Only counted.
            }
        }).satisfies(ex -> assertThat(ex.limit()).isEqualTo("names-size"));
        assertThat(read(tar.end())).hasSize(2_200);
    }

    @Test
    void everyTruncationThrowsExceptionOrEndsAtAnEntry() throws IOException {
        byte[] tar = new LayerBuilder().file("a", new byte[3000])
                .directory("b")
                .file("long/".repeat(60) + "c", "x")
                .toTar();
        int whole = readFully(tar).size();
        for (int length = 0; length < tar.length; length++) {
            byte[] cut = Arrays.copyOf(tar, length);
            try {
                assertThat(readFully(cut)).hasSizeLessThanOrEqualTo(whole);
                assertThat(length % 512 == 0 || length >= 512 + 3000).isTrue();
            } catch (InvalidTarException ex) {
                assertThat(ex.rule()).isIn("truncated", "not-a-tar");
            }
        }
    }

    @Test
    void everyDamageThrowsExceptionOrIsInContentAndPadding() throws IOException {
        byte[] tar = new RawTar().pax("path", "a/b", "size", "700", "SCHILY.xattr.user.x", "y")
                .entry("a", '0', new byte[700])
                .link("c", '1', "a/b")
                .entry("././@LongLink", 'L', "d")
                .link("d", '2', "e")
                .end();
        for (int position = 0; position < tar.length; position++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = tar.clone();
                damaged[position] ^= (byte) (1 << bit);
                try {
                    assertThat(readFully(damaged)).hasSizeLessThanOrEqualTo(4);
                } catch (InvalidImageException ex) {
                    assertThat(ex.rule()).isNotEmpty();
                }
            }
        }
    }

    private static void assertFails(byte[] tar, String rule, @Nullable String entry) {
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> readFully(tar))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo(rule))
                .satisfies(ex -> assertThat(entry == null || entry.equals(ex.entry())).as(ex.toString()).isTrue());
    }

    private static void assertExceeds(byte[] tar, Limits limits, String limit) {
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(
                        TarReader.ofLayer(new ByteArrayInputStream(tar), "layer.tar", limits, new ImageBudget(limits))))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
    }

    private static List<TarEntry> readFully(byte[] tar) throws IOException {
        TarReader reader = reader(tar);
        List<TarEntry> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            assertThat((long) reader.content().readAllBytes().length).isEqualTo(entry.size());
            entries.add(entry);
        }
        return entries;
    }

    private static List<TarEntry> read(byte[] tar) throws IOException {
        return read(reader(tar));
    }

    private static List<TarEntry> read(TarReader reader) throws IOException {
        List<TarEntry> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(entry);
        }
        return entries;
    }

    private static TarReader reader(byte[] tar) {
        return TarReader.ofLayer(new ByteArrayInputStream(tar), "layer.tar", Limits.DEFAULTS,
                new ImageBudget(Limits.DEFAULTS));
    }
}
