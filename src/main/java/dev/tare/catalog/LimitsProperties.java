package dev.tare.catalog;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.tare.limits.ByteSize;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on the cost of reading one image.
 *
 * @param layers           Maximum number of layers of an image.
 * @param entriesPerLayer  Maximum number of tar entries in one layer.
 * @param imageEntries     Maximum number of tar entries in all layers of an image. Repeated layers count each time.
 *                         Long entries count more than once. Folders without an entry count too. 0 selects one entry
 *                         per 3,500 bytes of heap, at most 2,000,000: 199,000 in the container.
 * @param archiveEntries   Maximum number of tar entries in the archive around the layers.
 * @param pathLength       Maximum length of a path or link target, in bytes.
 * @param documentSize     Maximum size of a JSON document.
 * @param layerTarSize     Maximum size of the uncompressed tar of one layer.
 * @param imageTarSize     Maximum total size of the uncompressed tars of an image.
 * @param compressionRatio Maximum number of uncompressed bytes per stored byte.
 * @param zstdWindow       Maximum window of zstd data. Only the next lower power of two counts. Each layer that is read
 *                         takes its window outside the heap. zstd --long needs 128 MiB.
 * @param archiveSize      Maximum size of an archive.
 * @param jarDepth         Maximum depth of nested jars. A jar in a jar has depth 1. Deeper jars are reported as unread.
 * @param time             Maximum time to inspect one image. The time to send an upload counts.
 */
@ConfigurationProperties("tare.limits")
record LimitsProperties(@DefaultValue("512") int layers, @DefaultValue("2000000") int entriesPerLayer,
        @DefaultValue("0") int imageEntries,
        @DefaultValue("20000") int archiveEntries, @DefaultValue("4096") int pathLength,
        @DefaultValue("8MiB") ByteSize documentSize, @DefaultValue("32GiB") ByteSize layerTarSize,
        @DefaultValue("64GiB") ByteSize imageTarSize, @DefaultValue("400") int compressionRatio,
        @DefaultValue("32MiB") ByteSize zstdWindow, @DefaultValue("32GiB") ByteSize archiveSize,
        @DefaultValue("8") int jarDepth,
        @DefaultValue("10m") Duration time) {

    Limits toLimits() {
        int entries = this.imageEntries == 0 ? HeapShare.entries() : this.imageEntries;
        return Limits.DEFAULTS.with(Limit.LAYERS, this.layers)
                .with(Limit.ENTRIES_PER_LAYER, this.entriesPerLayer)
                .with(Limit.IMAGE_ENTRIES, entries)
                .with(Limit.ARCHIVE_ENTRIES, this.archiveEntries)
                .with(Limit.PATH_LENGTH, this.pathLength)
                .with(Limit.DOCUMENT_SIZE, this.documentSize.bytes())
                .with(Limit.LAYER_TAR_SIZE, this.layerTarSize.bytes())
                .with(Limit.IMAGE_TAR_SIZE, this.imageTarSize.bytes())
                .with(Limit.COMPRESSION_RATIO, this.compressionRatio)
                .with(Limit.ZSTD_WINDOW, this.zstdWindow.bytes())
                .with(Limit.ARCHIVE_SIZE, this.archiveSize.bytes())
                .with(Limit.JAR_DEPTH, this.jarDepth)
                .with(Limit.TIME, TimeUnit.MILLISECONDS.convert(this.time));
    }
}
