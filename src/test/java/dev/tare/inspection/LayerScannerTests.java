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
    void valuesOfExtendedAttributesAreNotKept() throws IOException {
        byte[] tar = new LayerBuilder().fileWithXattr("bin/ping", "1", 0755, "user.a", "x").toTar();
        assertThat(scan(tar).entries()).singleElement().extracting(ScannedEntry::entry).satisfies(entry -> {
            assertThat(entry.path()).isEqualTo("bin/ping");
            assertThat(entry.mode()).isEqualTo(0755);
            assertThat(entry).extracting(TarEntry::xattrs).asInstanceOf(MAP).isEmpty();
        });
    }

    @Test
    void equalExtendedAttributesAreKeptOnce() throws IOException {
        byte[] tar =
                new LayerBuilder().fileWithCapability("a", "1").fileWithCapability("b", "2").file("c", "3").toTar();
        List<ExtendedAttributes> found = scan(tar).entries().stream().map(ScannedEntry::extended).toList();
        assertThat(found.get(0)).isSameAs(found.get(1)).isNotEqualTo(ExtendedAttributes.NONE);
        assertThat(found.get(2)).isSameAs(ExtendedAttributes.NONE);
    }

    private static LayerScan scan(byte[] tar) throws IOException {
        return new LayerScanner(Limits.DEFAULTS, List.of()).read("layer", new ByteArrayInputStream(tar));
    }
}
