package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collector;
import dev.tare.content.ContentCollector;
import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.Unread;
import dev.tare.content.reader.ContentReader;
import dev.tare.content.reader.VisibleFindings;
import dev.tare.filetree.Attributes;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.fixture.LayerBuilder;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayerScannerTests {

    @Test
    void readKeepsEqualAttributesOnce() throws IOException {
        byte[] tar = new LayerBuilder().fileWithCapability("a", "1")
                .fileWithCapability("b", "2")
                .file("c", "3")
                .file("d", "4")
                .toTar();
        ScannedEntries found = scan(tar).entries();
        assertThat(attributes(found, 0)).isSameAs(attributes(found, 1));
        assertThat(attributes(found, 2)).isSameAs(attributes(found, 3)).isNotEqualTo(attributes(found, 0));
    }

    @Test
    void readKeepsTheOrderOfTheTar() throws IOException {
        byte[] tar = new LayerBuilder().file("b", "1").symlink("é/c", "b").directory("a").toTar();
        assertThat(scan(tar).entries()).extracting(ScannedEntries.Entry::path).containsExactly("b", "é/c", "a");
    }

    /** A scan stays in memory, because it is cached. */
    @Test
    void readMasksTheReasonsForUnreadFiles() throws IOException, IllegalAccessException {
        CollectorSet collectors =
                CollectorSet.of(List.of(new Failing()), Limits.DEFAULTS, Deadline.of(Limits.DEFAULTS));
        byte[] tar = new LayerBuilder().file("a", "1").file("b", "2").toTar();
        assertThat(HeldTexts.of(scan(tar, collectors))).contains("it has DB_PASSWORD=(hidden)")
                .doesNotContain("hunter2");
    }

    private static Attributes attributes(ScannedEntries entries, int index) {
        return entries.get(index).inode().attributes();
    }

    private static LayerScan scan(byte[] tar) throws IOException {
        return scan(tar, CollectorSet.NONE);
    }

    private static LayerScan scan(byte[] tar, CollectorSet collectors) throws IOException {
        return new LayerScanner(Limits.DEFAULTS, collectors).read("layer", new ByteArrayInputStream(tar),
                new ImageBudget(Limits.DEFAULTS));
    }

    /** Rejects each file with a reason that contains a secret. */
    private static final class Failing implements ContentReader<String>, ContentCollector {

        @Override
        public String id() {
            return "failing";
        }

        @Override
        public List<Collector> collectors(Limits limits, Deadline deadline) {
            return List.of(this);
        }

        @Override
        public List<Class<? extends Finding>> findings() {
            return List.of();
        }

        @Override
        public String read(VisibleFindings findings) {
            return "";
        }

        @Override
        public boolean wants(TarEntry file) {
            return true;
        }

        @Override
        public Finding collect(TarEntry file, InputStream content) {
            return new NotRead(Unread.Subject.JAR, "it has DB_PASSWORD=hunter2");
        }
    }
}
