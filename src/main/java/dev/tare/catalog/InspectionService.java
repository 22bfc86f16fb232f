package dev.tare.catalog;

import java.io.InputStream;
import java.util.function.BooleanSupplier;

import dev.tare.image.InvalidImageException;
import dev.tare.image.Layer;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Inspects images one by one, and measures the time. */
public class InspectionService {

    private final Limits limits;

    private final Inspector inspector;

    private final MeterRegistry meters;

    private final Counter bytes;

    InspectionService(Limits limits, LayerCache layers, MeterRegistry meters) {
        this.limits = limits;
        this.inspector = new Inspector(limits, layers);
        this.meters = meters;
        this.bytes = Counter.builder("tare.inspection.read")
                .baseUnit("bytes")
                .description("Bytes of the uncompressed layer tars of inspected images")
                .register(meters);
    }

    /** The heap that an image takes while it is read, at most, in bytes. */
    public static long heapSize(RequestBudget request) {
        return HeapShare.BYTES_PER_ENTRY * request.entries();
    }

    /**
     * Inspects an archive while it streams by.
     *
     * @param name  the name in errors and reports
     * @param request the budget of all archives of a request
     * @throws InvalidImageException if it is not one complete, consistent image within the limits
     */
    public Inspection inspect(String name, InputStream archive, ImageSelection selection, RequestBudget request) {
        WatchedStream watched = new WatchedStream(archive);
        return inspect(ArchiveSources.stream(name, watched, selection, this.limits), request, watched::hasFailed);
    }

    /**
     * Inspects a preloaded image.
     *
     * @throws InvalidImageException if it is not one complete, consistent image within the limits
     */
    Inspection inspect(ImageArgument image) {
        return inspect(image.open(null, this.limits), new RequestBudget(), () -> false);
    }

    /** @param aborted whether the inspection failed because the sender of the archive did */
    private Inspection inspect(ImageSource source, RequestBudget request, BooleanSupplier aborted) {
        Timer.Sample sample = Timer.start(this.meters);
        String outcome = "error";
        try {
            Inspection inspection = this.inspector.inspect(source, request);
            this.bytes.increment(
                    (double) inspection.weight()
                            .layers()
                            .stream()
                            .map(InspectedLayer::layer)
                            .mapToLong(Layer::tarSize)
                            .sum());
            outcome = "success";
            return inspection;
        } catch (InvalidImageException ex) {
            outcome = "invalid";
            throw ex;
        } finally {
            outcome = aborted.getAsBoolean() ? "aborted" : outcome;
            sample.stop(Timer.builder("tare.inspections")
                    .tag("outcome", outcome)
                    .description("Time it took to inspect an image")
                    .register(this.meters));
        }
    }
}
