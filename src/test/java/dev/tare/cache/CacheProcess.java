package dev.tare.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.fixture.ImageBuilder;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Limits;
import dev.tare.source.KnownLayers;
import dev.tare.source.ReadLayer;
import org.jspecify.annotations.Nullable;

/** A process that keeps and finds the same layers as others, in a folder that has no room for all of them. */
final class CacheProcess {

    private static final int LAYERS = 12;

    private CacheProcess() {}

    /** @param arguments the folder, its size, and the number of layers to keep or find; without end if it is 0 */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        List<ReadLayer<LayerScan>> layers = layers();
        KnownLayers<LayerScan> known = open(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        int count = Integer.parseInt(arguments[2]);
        Random random = new Random();
        System.out.println("ready");
        for (int i = 0; count == 0 || i < count; i++) {
            ReadLayer<LayerScan> layer = layers.get(random.nextInt(LAYERS));
            if (!isFoundAsItIs(known, layer)) {
                known.keep(layer, false);
            }
        }
        System.out.println("done");
    }

    static KnownLayers<LayerScan> open(Path folder, long size) {
        return new StoredLayers(new LayerFiles(LayerFolder.open(folder, size).path()),
                new LayerForm("1", Inspector.findings(), Limits.DEFAULTS), size);
    }

    /** The same layers in each process. */
    static List<ReadLayer<LayerScan>> layers() {
        ImageBuilder image = ImageBuilder.anImage("image:1");
        IntStream.range(0, LAYERS)
                .forEach(i -> image.layer(layer -> IntStream.range(0, 300)
                        .forEach(file -> layer.file("f" + i + "/" + file, "x" + file))));
        return ReadLayers.of(image);
    }

    /** Whether a layer is found. A layer that is found must be the right one. */
    static boolean isFoundAsItIs(KnownLayers<LayerScan> known, ReadLayer<LayerScan> layer) {
        @Nullable
        ReadLayer<LayerScan> found = known.find(layer.stored().digest());
        if (found != null && !ReadLayers.facts(found.value()).equals(ReadLayers.facts(layer.value()))) {
            throw new IllegalStateException("Another layer was found");
        }
        return found != null;
    }
}
