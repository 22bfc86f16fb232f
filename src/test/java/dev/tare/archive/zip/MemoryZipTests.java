package dev.tare.archive.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.ZipBytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MemoryZipTests {

    @Test
    void entriesAreListedInTheOrderOfTheDirectory() {
        byte[] zip = new ZipBytes(new JarBuilder().entry("a", "1").stored("b", bytes("22")).toJar()).reversed()
                .toBytes();
        assertThat(entries(zip)).extracting(ListedEntry::name).containsExactly("b", "a");
        assertThat(entries(zip)).extracting(ListedEntry::uncompressedSize).containsExactly(2L, 1L);
        assertThat(entries(zip)).extracting(ListedEntry::method).containsExactly(0, 8);
    }

    @Test
    void contentIsReadStoredAndDeflated() {
        byte[] zip = new JarBuilder().entry("a", "deflated").stored("b", bytes("stored")).toJar();
        assertThat(content(zip, 0, 8, new AtomicLong())).isEqualTo("deflated");
        assertThat(content(zip, 1, 6, new AtomicLong())).isEqualTo("stored");
    }

    @Test
    void contentAfterAStartScriptIsRead() {
        byte[] zip = new JarBuilder().entry("a", "deflated").toJar();
        byte[] executable = new byte[100 + zip.length];
        System.arraycopy(zip, 0, executable, 100, zip.length);
        assertThat(content(executable, 0, 8, new AtomicLong())).isEqualTo("deflated");
        assertThat(entries(executable)).isEqualTo(entries(zip));
    }

    @Test
    void contentOfMoreBytesThanAllowedIsUnreadable() {
        byte[] zip = new JarBuilder().entry("a", "deflated").stored("b", bytes("stored")).toJar();
        assertUnreadable(zip, 0, 7);
        assertUnreadable(zip, 1, 5);
    }

    @Test
    void bytesAreCountedAlthoughTheStatedSizeIsWrong() {
        byte[] zip = new ZipBytes(new JarBuilder().entry("a", new byte[100_000]).toJar())
                .listed("a", header -> header.putInt(24, 1))
                .toBytes();
        AtomicLong read = new AtomicLong();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> content(zip, 0, 1000, read));
        assertThat(read).hasValueBetween(1001L, 1000L + 8192);
    }

    @Test
    void entryOutsideOfTheZipIsUnreadable() {
        byte[] zip = new ZipBytes(new JarBuilder().stored("a", bytes("a")).toJar())
                .listed("a", header -> header.putInt(20, 1 << 20).putInt(24, 1 << 20))
                .toBytes();
        assertUnreadable(zip, 0, Integer.MAX_VALUE);
    }

    private static void assertUnreadable(byte[] zip, int index, long max) {
        assertThatExceptionOfType(UnreadableZipException.class)
                .isThrownBy(() -> content(zip, index, max, new AtomicLong()));
    }

    private static List<ListedEntry> entries(byte[] zip) {
        List<ListedEntry> entries = new ArrayList<>();
        MemoryZip.parse(ZipSlice.of(zip)).forEach(entries::add);
        return entries;
    }

    private static String content(byte[] zip, int index, long max, AtomicLong read) {
        return MemoryZip.parse(ZipSlice.of(zip)).content(entries(zip).get(index), max, read::addAndGet).text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
