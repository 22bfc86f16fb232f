package dev.tare.archive.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.ZipBytes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamedZipTests {

    private static final long MAX = 1 << 20;

    private final AtomicLong skipped = new AtomicLong();

    private final AtomicLong read = new AtomicLong();

    @Test
    void resultsOfListedEntriesAreKept() throws IOException {
        byte[] zip = new JarBuilder().entry("a", "deflated").stored("b", bytes("stored")).toJar();
        assertThat(contents(zip, MAX)).containsExactly("deflated", "stored");
        assertThat(this.read).hasValue(14);
        assertThat(this.skipped).hasValue(0);
    }

    @Test
    void resultsAfterAStartScriptAreKept() throws IOException {
        byte[] zip = new JarBuilder().entry("a", "deflated").toJar();
        byte[] executable = new byte[100 + zip.length];
        System.arraycopy(zip, 0, executable, 100, zip.length);
        assertThat(contents(executable, MAX)).containsExactly("deflated");
    }

    @Test
    void directoryDecidesOrderAndWhichEntriesCount() throws IOException {
        byte[] zip = new JarBuilder().entry("a", "1").entry("b", "2").entry("c", "3").toJar();
        assertThat(contents(new ZipBytes(zip).reversed().without("b").toBytes(), MAX)).containsExactly("3", "1");
    }

    @Test
    void entryListedUnderAnotherNameIsUnreadable() {
        byte[] zip = new ZipBytes(new JarBuilder().entry("a", "1").toJar()).renamed("a", "b").toBytes();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> contents(zip, MAX));
    }

    @Test
    void entryOfMoreBytesThanAllowedIsUnreadableAndSkippedToItsEnd() {
        byte[] zip = new JarBuilder().entry("a", new byte[100_000]).stored("b", bytes("stored")).toJar();
        assertThatExceptionOfType(UnreadableZipException.class).isThrownBy(() -> contents(zip, 1000));
        assertThat(this.read.get() + this.skipped.get()).isEqualTo(100_000 + 6);
    }

    @Test
    void ignoredEntriesAreSkipped() throws IOException {
        byte[] zip = new JarBuilder().entry("a", new byte[100_000]).stored("b", bytes("stored")).toJar();
        StreamedZip streamed = streamed(zip);
        List<String> names = new ArrayList<>();
        streamed.forEachEntry(entry -> names.add(entry.name()));
        List<ListedEntry> listed = new ArrayList<>();
        streamed.forEachListed(listed::add);
        assertThat(names).containsExactly("a", "b");
        assertThat(listed).extracting(ListedEntry::uncompressedSize).containsExactly(100_000L, 6L);
        assertThat(this.skipped).hasValue(100_000);
    }

    private StreamedZip streamed(byte[] zip) {
        return new StreamedZip(new ByteArrayInputStream(zip), this.skipped::addAndGet);
    }

    /** The contents in the order of the directory. */
    private List<String> contents(byte[] zip, long max) throws IOException {
        StreamedZip streamed = streamed(zip);
        StreamedZip.Kept<String> kept = streamed.kept();
        streamed.forEachEntry(entry -> kept.keep(entry, one -> new String(
                one.content(max, this.read::addAndGet).readAllBytes(), StandardCharsets.UTF_8)));
        List<ListedEntry> listed = new ArrayList<>();
        streamed.forEachListed(listed::add);
        return listed.stream().map(entry -> kept.get(entry, MAX)).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
