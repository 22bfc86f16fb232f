package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.ImageBudget;
import dev.tare.archive.LayerStream;
import dev.tare.archive.Limits;
import dev.tare.archive.StoredLayer;

/** A layer that was read to its end, and what the reader made of it. */
record ReadLayer<T>(StoredLayer stored, T value) {

    /** Reads a blob once, with all digests taken on the way. */
    static <T> ReadLayer<T> read(String name, InputStream blob, LayerReader<T> reader, Limits limits,
            ImageBudget budget) throws IOException {
        try (LayerStream stream = LayerStream.open(name, blob, limits, budget)) {
            T value = reader.read(name, stream.tar());
            return new ReadLayer<>(stream.finish(), value);
        }
    }
}
