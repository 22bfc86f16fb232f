package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

import dev.tare.archive.LayerStream;
import dev.tare.archive.StoredLayer;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;

/**
 * A layer that was read to its end, and the reader's result.
 *
 * @param stored digests and sizes as computed from its bytes
 * @param cost   its part of the image's budget
 */
public record ReadLayer<T>(StoredLayer stored, T value, ImageBudget.Cost cost) {

    /** Reads a blob once and computes all digests, on a second processor too as soon as one is idle. */
    public static <T> ReadLayer<T> read(String name, InputStream blob, LayerReader<T> reader, Limits limits,
            ImageBudget budget, Semaphore idleProcessors) throws IOException {
        ImageBudget layer = budget.ofLayer();
        try (LayerStream stream = LayerStream.open(name, blob, limits, layer, idleProcessors)) {
            T value = reader.read(name, stream.tar(), layer);
            return new ReadLayer<>(stream.finish(), value, layer.cost());
        }
    }

    /** The same layer in another place. It costs the image as much as reading it. */
    public ReadLayer<T> again(String name, LayerReader<T> reader, ImageBudget budget) {
        budget.takeAgain(name, this.cost);
        return new ReadLayer<>(this.stored, reader.again(name, this.value), this.cost);
    }
}
