package dev.tare.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the scanned layers in memory.
 *
 * @param size Maximum estimated heap use of scanned layers, which Tare keeps to reuse them. 0 selects a twelfth of the
 *             heap.
 */
@ConfigurationProperties("tare.layer-cache")
record LayerCacheProperties(@DefaultValue("0B") DataSize size) {

    LayerCacheProperties {
        size = size.toBytes() == 0 ? DataSize.ofBytes(HeapShare.layersBytes()) : size;
        Positive.require("tare.layer-cache.size", size.toBytes());
    }
}
