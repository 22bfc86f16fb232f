package dev.tare.catalog;

import dev.tare.limits.ByteSize;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the scanned layers in memory.
 *
 * @param size Maximum estimated heap use of scanned layers, which Tare keeps to reuse them. 0 selects a fourteenth of the
 *             heap.
 */
@ConfigurationProperties("tare.layer-cache")
record LayerCacheProperties(@DefaultValue("0B") ByteSize size) {

    LayerCacheProperties {
        size = size.bytes() == 0 ? ByteSize.of(HeapShare.layersBytes()) : size;
        Positive.require("tare.layer-cache.size", size.bytes());
    }
}
