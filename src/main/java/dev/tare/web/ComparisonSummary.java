package dev.tare.web;

import java.util.List;

import dev.tare.catalog.KeptComparison;
import dev.tare.inspection.Inspection;
import dev.tare.secret.redaction.Redaction;

/**
 * A comparison in a list.
 *
 * @param href address of the report in the API
 */
record ComparisonSummary(String id, String href, List<ImageSummary> images) {

    static ComparisonSummary of(KeptComparison kept) {
        return new ComparisonSummary(kept.id(), "/api/comparisons/" + kept.id(),
                kept.comparison().images().stream().map(ImageSummary::of).toList());
    }

    /**
     * An image in a list.
     *
     * @param id digest of the config, which engines call the image ID
     */
    record ImageSummary(String name, String id, long uncompressedBytes) {

        static ImageSummary of(Inspection inspection) {
            return new ImageSummary(Redaction.tokens(inspection.image().name()), inspection.image().id().toString(),
                    inspection.weight().sizes().uncompressed());
        }
    }
}
