package dev.tare.report;

import java.util.List;

import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of an image, each with its own name.
 *
 * @param compressedBytes          the bytes that a registry transfers; {@code null} if a layer is stored uncompressed
 * @param compressedUnknownBecause why the compressed size is unknown; {@code null} if it is known
 * @param storedBytes              all layer blobs as the source holds them, compressed or not
 * @param uncompressedBytes        the file bytes of all layers, uncompressed
 * @param visibleBytes             the file bytes that a container sees
 * @param wastedBytes              uncompressed minus visible
 */
public record SizesReport(Weight weight, @Nullable Long compressedBytes, @Nullable String compressedUnknownBecause,
        long storedBytes, long uncompressedBytes, long visibleBytes, long wastedBytes) {

    static SizesReport of(Inspection inspection) {
        Sizes sizes = inspection.weight().sizes();
        return new SizesReport(weight(inspection), sizes.compressed(),
                sizes.compressed() == null ? uncompressedLayers(inspection) : null, sizes.stored(),
                sizes.uncompressed(), sizes.visible(), sizes.wasted());
    }

    private static Weight weight(Inspection inspection) {
        long gross = inspection.weight().sizes().uncompressed();
        return switch (inspection.base()) {
            case BaseBoundary.Known known -> new Weight(gross, inspection.weight().uncompressedSize(Origin.BASE),
                    inspection.weight().uncompressedSize(Origin.NET), known.layers(), known.evidence(), null);
            case BaseBoundary.Unknown unknown -> new Weight(gross, null, null, null, null, unknown.because());
        };
    }

    private static String uncompressedLayers(Inspection inspection) {
        List<InspectedLayer> layers = inspection.weight().layers();
        long plain = layers.stream().filter(layer -> !layer.layer().isCompressed()).count();
        String some = layers.size() == 1 ? "The only layer" : plain + " of " + layers.size() + " layers";
        return some + (plain == 1 ? " is" : " are")
                + " stored uncompressed, so the bytes that a registry would transfer "
                + "for " + (plain == 1 ? "it" : "them") + " are unknown.";
    }

    /**
     * Gross, tare and net of an image, in the uncompressed bytes of its layers.
     *
     * @param grossUncompressedBytes all layers
     * @param tareUncompressedBytes  the layers of the base image; {@code null} if the boundary is unknown
     * @param netUncompressedBytes   the layers of the application; {@code null} if the boundary is unknown
     * @param baseLayers             number of the lowest layers that belong to the base; {@code null} if the boundary
     *                               is unknown
     * @param evidence               for the boundary of the base; {@code null} if it is unknown
     * @param unknownBecause         why tare and net are unknown; {@code null} if they are known
     */
    public record Weight(long grossUncompressedBytes, @Nullable Long tareUncompressedBytes,
            @Nullable Long netUncompressedBytes, @Nullable Integer baseLayers, @Nullable String evidence,
            @Nullable String unknownBecause) {}
}
