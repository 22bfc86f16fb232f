package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What reading one image may cost.
 *
 * @param layers           Greatest number of layers.
 * @param entriesPerLayer  Greatest number of tar entries in one layer.
 * @param imageEntries     Greatest number of tar entries in all layers of an image; 0 takes what the heap has room for.
 * @param archiveEntries   Greatest number of tar entries in the archive around the layers.
 * @param pathLength       Longest path or link target, in bytes.
 * @param documentSize     Largest JSON document.
 * @param layerTarSize     Largest uncompressed tar of one layer.
 * @param imageTarSize     Largest sum of all uncompressed tars of an image.
 * @param compressionRatio Greatest number of uncompressed bytes for one stored byte.
 * @param zstdWindow       Largest window of what is compressed with zstd; taken outside of the heap for each layer that
 *                         is read at once.
 * @param archiveSize      Largest archive.
 * @param jarDepth         Greatest number of jars in each other.
 * @param time             Longest time that reading one image may take, the sending of an upload included.
 */
@ConfigurationProperties("tare.limits")
record LimitsProperties(@DefaultValue("512") int layers, @DefaultValue("2000000") int entriesPerLayer,
        @DefaultValue("0") int imageEntries,
        @DefaultValue("20000") int archiveEntries, @DefaultValue("4096") int pathLength,
        @DefaultValue("8MB") DataSize documentSize, @DefaultValue("32GB") DataSize layerTarSize,
        @DefaultValue("64GB") DataSize imageTarSize, @DefaultValue("400") int compressionRatio,
        @DefaultValue("32MB") DataSize zstdWindow, @DefaultValue("32GB") DataSize archiveSize,
        @DefaultValue("8") int jarDepth,
        @DefaultValue("10m") Duration time) {

    Limits toLimits() {
        int entries = this.imageEntries == 0 ? HeapShare.entries() : this.imageEntries;
        return Limits.DEFAULTS.with(Limit.LAYERS, this.layers)
                .with(Limit.ENTRIES_PER_LAYER, this.entriesPerLayer)
                .with(Limit.IMAGE_ENTRIES, entries)
                .with(Limit.ARCHIVE_ENTRIES, this.archiveEntries)
                .with(Limit.PATH_LENGTH, this.pathLength)
                .with(Limit.DOCUMENT_SIZE, this.documentSize.toBytes())
                .with(Limit.LAYER_TAR_SIZE, this.layerTarSize.toBytes())
                .with(Limit.IMAGE_TAR_SIZE, this.imageTarSize.toBytes())
                .with(Limit.COMPRESSION_RATIO, this.compressionRatio)
                .with(Limit.ZSTD_WINDOW, this.zstdWindow.toBytes())
                .with(Limit.ARCHIVE_SIZE, this.archiveSize.toBytes())
                .with(Limit.JAR_DEPTH, this.jarDepth)
                .with(Limit.TIME, TimeUnit.MILLISECONDS.convert(this.time));
    }
}
