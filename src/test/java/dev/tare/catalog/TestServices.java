package dev.tare.catalog;

import java.time.Duration;

import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Services for tests of other packages. */
public final class TestServices {

    private TestServices() {}

    public static InspectionService inspections() {
        return new InspectionService(Limits.DEFAULTS,
                new Inspector(Limits.DEFAULTS, LayerCache.ofSeveralClients(1 << 20, Duration.ofMillis(200))),
                KnownBases.NONE,
                new SimpleMeterRegistry());
    }

    /** Reads sizes under the usual bounds. */
    public static SizesService sizes() {
        return new SizesService(Limits.DEFAULTS, new SizesProperties(16, Duration.ofSeconds(15)),
                new QueueProperties(2, 8, Duration.ofSeconds(30), 50));
    }

    /** @param size the heap of all images, such as {@code 1MiB} */
    public static Catalog catalog(String size) {
        return new Catalog(new CatalogProperties(16, 16, ByteSize.parse(size), ByteSize.parse("1MiB")));
    }
}
