package dev.tare.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is kept in memory. The least recently used goes first.
 *
 * @param inspections Greatest number of inspected images to keep.
 * @param comparisons Greatest number of comparisons to keep.
 * @param size        Greatest size in heap, by estimate, that all kept images have together, and those of one upload; 0
 *                    takes a sixth of the heap.
 * @param layersSize  Greatest size in heap, by estimate, of what is kept of layers, so that none is read twice; 0 takes
 *                    a twelfth of the heap.
 */
@ConfigurationProperties("tare.catalog")
record CatalogProperties(@DefaultValue("64") int inspections, @DefaultValue("128") int comparisons,
        @DefaultValue("0B") DataSize size, @DefaultValue("0B") DataSize layersSize) {

    CatalogProperties {
        Positive.require("tare.catalog.inspections", inspections);
        Positive.require("tare.catalog.comparisons", comparisons);
        size = size.toBytes() == 0 ? DataSize.ofBytes(HeapShare.bytes()) : size;
        Positive.require("tare.catalog.size", size.toBytes());
        layersSize = layersSize.toBytes() == 0 ? DataSize.ofBytes(HeapShare.layersBytes()) : layersSize;
        Positive.require("tare.catalog.layers-size", layersSize.toBytes());
    }
}
