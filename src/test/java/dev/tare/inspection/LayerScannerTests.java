package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import dev.tare.filetree.Attributes;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.fixture.LayerBuilder;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayerScannerTests {

    @Test
    void equalAttributesAreKeptOnce() throws IOException {
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
    void entriesComeInTheOrderOfTheTar() throws IOException {
        byte[] tar = new LayerBuilder().file("b", "1").symlink("é/c", "b").directory("a").toTar();
        assertThat(scan(tar).entries()).extracting(ScannedEntries.Entry::path).containsExactly("b", "é/c", "a");
    }

    private static Attributes attributes(ScannedEntries entries, int index) {
        return entries.get(index).inode().attributes();
    }

    private static LayerScan scan(byte[] tar) throws IOException {
        return new LayerScanner(Limits.DEFAULTS, CollectorSet.NONE).read("layer", new ByteArrayInputStream(tar),
                new ImageBudget(Limits.DEFAULTS));
    }
}
