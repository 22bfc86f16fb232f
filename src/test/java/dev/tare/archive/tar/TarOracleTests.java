package dev.tare.archive.tar;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import dev.tare.image.Digest;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the reader with Commons Compress, an independent implementation. */
class TarOracleTests {

    @ParameterizedTest
    @CsvSource({ "2, 1", "2, 2", "3, 1", "3, 2" })
    void readsTarsOfCommonsCompress(int longFileMode, int bigNumberMode) throws IOException {
        byte[] tar = write(longFileMode, bigNumberMode);
        assertThat(ours(tar)).hasSize(400).isEqualTo(theirs(tar));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sparse-gnu", "sparse-pax00", "sparse-pax01", "sparse-pax10" })
    void readsSparseFilesOfGnuTar(String name) throws IOException {
        byte[] tar = resource(name + ".tar.gz");
        assertThat(ours(tar)).hasSize(2)
                .isEqualTo(theirs(tar))
                .extracting(Read::size)
                .containsExactly(4_000_000L,
                        1_000_000L);
    }

    private static List<Read> ours(byte[] tar) throws IOException {
        TarReader reader = TarReader.ofLayer(new ByteArrayInputStream(tar), "layer.tar", Limits.DEFAULTS,
                new ImageBudget(Limits.DEFAULTS));
        List<Read> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            entries.add(new Read(entry.path(), entry.size(), entry.mode(), entry.uid(), entry.gid(), entry.modified(),
                    entry.linkTarget(), Digest.sha256Of(reader.content().readAllBytes())));
        }
        return entries;
    }

    private static List<Read> theirs(byte[] tar) throws IOException {
        List<Read> entries = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String path = entry.getName().endsWith("/")
                        ? entry.getName().substring(0, entry.getName().length() - 1)
                        : entry.getName();
                long size = entry.isSparse() ? entry.getRealSize() : entry.getSize();
                entries.add(new Read(path, size, entry.getMode() & 07777, entry.getLongUserId(),
                        entry.getLongGroupId(), entry.getLastModifiedTime().toInstant(),
                        entry.isLink() || entry.isSymbolicLink() ? entry.getLinkName() : null,
                        Digest.sha256Of(in.readAllBytes())));
            }
        }
        return entries;
    }

    private static byte[] write(int longFileMode, int bigNumberMode) throws IOException {
        Random random = new Random(42);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(longFileMode);
            tar.setBigNumberMode(bigNumberMode);
            for (int i = 0; i < 400; i++) {
                write(tar, random, i);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(TarArchiveOutputStream tar, Random random, int number) throws IOException {
        byte[] types = { TarConstants.LF_NORMAL, TarConstants.LF_DIR, TarConstants.LF_SYMLINK, TarConstants.LF_LINK };
        byte type = types[random.nextInt(types.length)];
        String path = name(random) + number;
        TarArchiveEntry entry = new TarArchiveEntry(type == TarConstants.LF_DIR ? path + "/" : path, type);
        byte[] content = new byte[type == TarConstants.LF_NORMAL ? random.nextInt(5000) : 0];
        random.nextBytes(content);
        entry.setSize(content.length);
        entry.setMode(random.nextInt(07777));
        entry.setUserId(random.nextLong(1L << 31));
        entry.setGroupId(random.nextLong(1L << 31));
        entry.setLastModifiedTime(FileTime.from(Instant.ofEpochSecond(random.nextLong(1L << 34))));
        if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
            entry.setLinkName(name(random));
        }
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static String name(Random random) {
        String[] parts = { "a", "folder", "übung", "日本", "with space", "x".repeat(90), "y".repeat(60) };
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(6); i >= 0; i--) {
            name.append('/').append(parts[random.nextInt(parts.length)]);
        }
        return name.toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TarOracleTests.class.getResourceAsStream(name));
                GZIPInputStream gzip = new GZIPInputStream(in)) {
            return gzip.readAllBytes();
        }
    }

    private record Read(String path, long size, int mode, long uid, long gid, Instant modified,
            @Nullable String linkTarget, Digest content) {}
}
