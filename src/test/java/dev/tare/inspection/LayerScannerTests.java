package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import dev.tare.archive.Limits;
import dev.tare.archive.TarEntry;
import dev.tare.fixture.LayerBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

class LayerScannerTests {

    @Test
    void extendedAttributesAreNotKept() throws IOException {
        byte[] tar = new LayerBuilder().fileWithXattr("bin/ping", "1", 0755, "security.capability", "x").toTar();
        LayerScan scan =
                new LayerScanner(Limits.DEFAULTS, List.of()).read("layer", new ByteArrayInputStream(tar));
        assertThat(scan.entries()).singleElement().extracting(ScannedEntry::entry).satisfies(entry -> {
            assertThat(entry.path()).isEqualTo("bin/ping");
            assertThat(entry.mode()).isEqualTo(0755);
            assertThat(entry).extracting(TarEntry::xattrs).asInstanceOf(MAP).isEmpty();
        });
    }
}
