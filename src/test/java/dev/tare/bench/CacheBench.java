package dev.tare.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tare.cache.LayerFolder;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.image.Layer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;

/** Measures the cache of the command: the size of its values, and how fast they are written and read. */
final class CacheBench {

    private static final long SIZE = 8L << 30;

    private final LayerFolder folder;

    private final KnownLayers<LayerScan> layers;

    private final List<Stored> images = new ArrayList<>();

    /** @param folder for the cache */
    CacheBench(Path folder) {
        this.folder = LayerFolder.open(folder, SIZE);
        this.layers = this.folder.layers("bench", Limits.DEFAULTS);
    }

    /** An inspector like that of a new command: its memory is empty. */
    Inspector inspector() {
        return new Inspector(Limits.DEFAULTS, new LayerCache(0, this.layers));
    }

    /** Reads an image into the cache, and adds the reading of its values to the measurements. */
    void add(BenchImage image, Rounds rounds) throws IOException {
        Progress.say("caching " + image.name());
        long before = this.folder.usage().bytes();
        Inspection read = inspector()
                .inspect(ArchiveSources.open(image.folder(), ImageSelection.ONLY, Limits.DEFAULTS));
        Stored stored = new Stored(image, read.image().layers(), this.folder.usage().bytes() - before);
        this.images.add(stored);
        rounds.add(stored.key(), Rounds.timed(() -> verify(stored)));
    }

    private void verify(Stored stored) {
        for (Layer layer : stored.layers()) {
            if (this.layers.find(layer.digest()) == null) {
                throw new IllegalStateException("The cache lost a layer of " + stored.image().name());
            }
        }
    }

    String table(Map<String, Double> seconds) {
        BenchTable table = new BenchTable("image", "cached value", "bytes per 1,000 files", "time to read it",
                "files read per second");
        for (Stored stored : this.images) {
            double time = seconds.get(stored.key());
            int files = stored.image().files();
            table.row(stored.image().name(), text("%.1f MB", stored.bytes() / 1e6),
                    text("%,.0f", 1e3 * stored.bytes() / files), text("%.0f ms", time * 1e3),
                    text("%,.0f", files / time));
        }
        return table.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** @param bytes of its values in the cache */
    private record Stored(BenchImage image, List<Layer> layers, long bytes) {

        String key() {
            return "cached " + this.image.name();
        }
    }
}
