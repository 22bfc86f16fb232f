package dev.tare.inspection.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompressedBytesTests {

    private final Map<String, Long> parts = new HashMap<>();

    @Test
    void layerIsDividedInProportionByTheLargestRemainder() {
        CompressedBytes<String> bytes = new CompressedBytes<>(List.of(layer("a", 10, 2)));
        bytes.add("half", 0, 6);
        bytes.add("third", 0, 4);
        assertThat(divide(bytes)).isEqualTo(2);
        assertThat(this.parts).containsEntry("half", 5L).containsEntry("third", 3L);
    }

    @Test
    void ownerGetsItsPartOfEachLayer() {
        CompressedBytes<String> bytes = new CompressedBytes<>(List.of(layer("a", 10, 0), layer("b", 1, 0)));
        bytes.add("one", 0, 50);
        bytes.add("one", 1, 50);
        bytes.add("other", 1, 1);
        assertThat(divide(bytes)).isZero();
        assertThat(this.parts).containsEntry("one", 11L).containsEntry("other", 0L);
    }

    @Test
    void blobOfSeveralLayersIsDividedOnce() {
        CompressedBytes<String> bytes = new CompressedBytes<>(List.of(layer("a", 10, 5), layer("a", 10, 0)));
        bytes.add("one", 1, 5);
        assertThat(divide(bytes)).isEqualTo(5);
        assertThat(this.parts).containsEntry("one", 5L);
    }

    @Test
    void layerWithoutBytesOfFilesCountsAsWaste() {
        assertThat(divide(new CompressedBytes<>(List.of(layer("a", 32, 0))))).isEqualTo(32);
    }

    @Test
    void sizesWhoseProductExceedsALongAreDivided() {
        long large = Long.MAX_VALUE / 4;
        CompressedBytes<String> bytes = new CompressedBytes<>(List.of(layer("a", large, 0)));
        bytes.add("one", 0, large);
        bytes.add("other", 0, large);
        divide(bytes);
        assertThat(this.parts).containsEntry("one", large / 2 + 1).containsEntry("other", large / 2);
    }

    @Test
    void linesOfAnImageHaveNoPartWhenALayerIsNotCompressed() {
        Inspection plain = DrawnImage.anImage().layer(layer -> layer.file("etc/a", "x")).inspect();
        Inspection compressed = DrawnImage.anImage()
                .compression(Compression.GZIP)
                .layer(layer -> layer.file("etc/a", "xx").file("opt/b", "x"))
                .layer(layer -> layer.whiteout("opt/b"))
                .inspect();
        assertThat(Ledger.of(plain).compressedWaste()).isNull();
        assertThat(Ledger.of(plain).lines()).extracting(LedgerLine::compressed).containsOnlyNulls();
        long first = compressed.weight().layers().getFirst().layer().storedSize();
        long second = compressed.weight().layers().getLast().layer().storedSize();
        assertThat(Ledger.of(compressed).lines()).extracting(LedgerLine::compressed)
                .containsExactly(Math.round(first * 2 / 3.0));
        assertThat(Ledger.of(compressed).compressedWaste()).isEqualTo(Math.round(first / 3.0) + second);
    }

    private long divide(CompressedBytes<String> bytes) {
        return bytes.divide((owner, part) -> this.parts.merge(owner, part, Long::sum));
    }

    private static InspectedLayer layer(String name, long stored, long wasted) {
        Digest digest = Digest.sha256Of(name.getBytes(StandardCharsets.UTF_8));
        return new InspectedLayer(
                new Layer(digest, new DiffId(digest), MediaType.OCI_LAYER, Compression.GZIP, stored, 0,
                        null),
                0, 0, wasted);
    }
}
