package dev.tare.catalog;

import dev.tare.limits.ByteSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the images and comparisons in memory. The least recently used ones are removed first.
 *
 * @param inspections Maximum number of inspected images to keep.
 * @param comparisons Maximum number of comparisons to keep.
 * @param size        Maximum estimated heap use of all inspected images, and of the images of one upload. 0 selects a
 *                    seventh of the heap.
 * @param reports     Maximum estimated heap use of the parts of reports, which Tare keeps to build them only once. 0
 *                    selects a twenty-eighth of the heap.
 */
@ConfigurationProperties("tare.catalog")
record CatalogProperties(@DefaultValue("64") int inspections, @DefaultValue("128") int comparisons,
        @DefaultValue("0B") ByteSize size, @DefaultValue("0B") ByteSize reports) {

    CatalogProperties {
        Positive.require("tare.catalog.inspections", inspections);
        Positive.require("tare.catalog.comparisons", comparisons);
        size = size.bytes() == 0 ? ByteSize.of(HeapShare.bytes()) : size;
        Positive.require("tare.catalog.size", size.bytes());
        reports = reports.bytes() == 0 ? ByteSize.of(HeapShare.keptReportsBytes()) : reports;
        Positive.require("tare.catalog.reports", reports.bytes());
    }
}
