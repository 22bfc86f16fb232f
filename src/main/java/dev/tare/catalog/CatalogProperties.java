package dev.tare.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept in memory. The least recently used goes first.
 *
 * @param inspections Greatest number of inspected images to keep.
 * @param comparisons Greatest number of comparisons to keep.
 * @param files       Greatest number of file entries that all kept images have together, and those of one upload; 0
 *                    takes what the heap has room for, each entry being about 400 bytes.
 */
@ConfigurationProperties("tare.catalog")
record CatalogProperties(@DefaultValue("64") int inspections, @DefaultValue("128") int comparisons,
        @DefaultValue("0") int files) {

    CatalogProperties {
        Positive.require("tare.catalog.inspections", inspections);
        Positive.require("tare.catalog.comparisons", comparisons);
        files = files == 0 ? HeapShare.files() : files;
        Positive.require("tare.catalog.files", files);
    }
}
