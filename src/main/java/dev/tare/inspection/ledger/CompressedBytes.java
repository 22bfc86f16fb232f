package dev.tare.inspection.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

import dev.tare.image.Digest;
import dev.tare.inspection.InspectedLayer;
import org.jspecify.annotations.Nullable;

/**
 * Divides the compressed bytes of each layer among the owners of its files and its wasted bytes, in proportion to their
 * uncompressed bytes. Rounding follows the method of the largest remainder, so that no byte is lost. Layers with the same
 * blob are divided once, because a registry transfers the blob once.
 *
 * @param <T> the type of owners
 */
final class CompressedBytes<T> {

    private final Map<Digest, Blob<T>> blobs = new HashMap<>();

    private final List<Blob<T>> layers = new ArrayList<>();

    /** Adds the wasted bytes of all layers. */
    CompressedBytes(List<InspectedLayer> layers) {
        for (InspectedLayer one : layers) {
            Blob<T> blob = this.blobs.computeIfAbsent(one.layer().digest(),
                    digest -> new Blob<>(one.layer().storedSize(), new ArrayList<>()));
            blob.parts.add(new Part<>(null, one.wasted()));
            this.layers.add(blob);
        }
    }

    /** Adds bytes that an owner has in a layer. */
    void add(T owner, int layer, long bytes) {
        this.layers.get(layer).parts.add(new Part<>(owner, bytes));
    }

    /**
     * Divides the blobs.
     *
     * @param  to receives the parts of owners, several times if an owner has bytes in several layers
     * @return    the part of the wasted bytes, with the whole blobs of layers without bytes
     */
    long divide(ObjLongConsumer<T> to) {
        return this.blobs.values().stream().mapToLong(blob -> blob.divide(to)).sum();
    }

    /** @param owner {@code null} for wasted bytes */
    private record Part<T>(@Nullable T owner, long bytes) {}

    private record Rounded<T>(Part<T> part, long floor, BigInteger remainder) {}

    private record Blob<T>(long size, List<Part<T>> parts) {

        private long divide(ObjLongConsumer<T> to) {
            long all = this.parts.stream().mapToLong(Part::bytes).sum();
            if (all == 0) {
                return this.size;
            }
            List<Rounded<T>> rounded = this.parts.stream().map(part -> round(part, all)).toList();
            long left = this.size - rounded.stream().mapToLong(Rounded::floor).sum();
            long wasted = 0;
            for (Rounded<T> one : rounded.stream()
                    .sorted(Comparator.comparing((Rounded<T> part) -> part.remainder()).reversed())
                    .toList()) {
                long part = one.floor + (left-- > 0 ? 1 : 0);
                T owner = one.part.owner;
                if (owner == null) {
                    wasted += part;
                } else {
                    to.accept(owner, part);
                }
            }
            return wasted;
        }

        /** The product of two sizes can exceed a {@code long}. */
        private Rounded<T> round(Part<T> part, long all) {
            BigInteger[] quotient = BigInteger.valueOf(this.size)
                    .multiply(BigInteger.valueOf(part.bytes))
                    .divideAndRemainder(BigInteger.valueOf(all));
            return new Rounded<>(part, quotient[0].longValueExact(), quotient[1]);
        }
    }
}
