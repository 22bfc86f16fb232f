package dev.tare.sizes;

import java.util.List;
import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ManifestSizesTests {

    @Test
    void compressedCountsALayerThatOccursTwiceOnce() {
        assertThat(sizes(layer("a", 10), layer("b", 5), layer("a", 10)).compressed()).isEqualTo(15);
    }

    @Test
    void compressedWhenSizesOverflowIsTheGreatestNumber() {
        ManifestSizes sizes = sizes(layer("a", Long.MAX_VALUE), layer("b", Long.MAX_VALUE), layer("c", 1));
        assertThat(sizes.compressed()).isEqualTo(Long.MAX_VALUE);
        assertThat(sizes.pulledBeside(sizes(layer("d", 1)))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void pulledBesideCountsOnlyMissingLayersAndEachOnce() {
        ManifestSizes present = sizes(layer("base", 100), layer("old", 7));
        ManifestSizes wanted = sizes(layer("base", 100), layer("new", 8), layer("new", 8));
        assertThat(wanted.pulledBeside(present)).isEqualTo(8);
        assertThat(present.pulledBeside(wanted)).isEqualTo(7);
        assertThat(wanted.pulledBeside(wanted)).isZero();
        assertThat(wanted.sharedWith(present)).isEqualTo(100);
        assertThat(wanted.layersSharedWith(present)).isEqualTo(1);
    }

    @Test
    void layerWithTwoStatedSizesCountsWithTheLarger() {
        assertThat(sizes(layer("a", 3), layer("a", 9)).compressed()).isEqualTo(9);
        assertThat(sizes(layer("a", 9), layer("a", 3)).compressed()).isEqualTo(9);
    }

    @Test
    void foreignLayersAreCounted() {
        assertThat(sizes(layer("a", 1), new Descriptor(
                new MediaType("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip"),
                Digest.sha256Of("w".getBytes(UTF_8)), 2, Map.of(), null)).foreignLayers()).isEqualTo(1);
    }

    private static ManifestSizes sizes(Descriptor... layers) {
        return new ManifestSizes(Platform.parse("linux/amd64"), Digest.sha256Of("m".getBytes(UTF_8)),
                layer("config", 1), List.of(layers), null, null, null);
    }

    private static Descriptor layer(String content, long size) {
        return new Descriptor(MediaType.OCI_LAYER_GZIP, Digest.sha256Of(content.getBytes(UTF_8)), size, Map.of(),
                null);
    }
}
