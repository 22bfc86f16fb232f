package dev.tare.catalog;

import java.io.InputStream;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.tare.comparison.ComparedImage;
import dev.tare.comparison.Comparison;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.base.KnownBases;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.ImageArgument;
import dev.tare.source.ImageSource;
import dev.tare.source.Progress;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/** Inspects images one by one, and measures the time. */
public class InspectionService {

    private final Limits limits;

    private final Inspector inspector;

    private final KnownBases bases;

    private final MeterRegistry meters;

    private final Counter bytes;

    /** @param inspector under the same limits */
    InspectionService(Limits limits, Inspector inspector, KnownBases bases, MeterRegistry meters) {
        this.limits = limits;
        this.inspector = inspector;
        this.bases = bases;
        this.meters = meters;
        this.bytes = Counter.builder("tare.inspection.read")
                .baseUnit("bytes")
                .description("Bytes of the uncompressed layer tars of inspected images")
                .register(meters);
    }

    /** Compares images. The known bases of the service may verify their base images. */
    public Comparison compare(List<ComparedImage> images) {
        return Comparison.of(images, this.bases);
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
        return inspect(ArchiveSources.stream(name, watched, selection, this.limits), request, new Progress(),
                watched::hasFailed);
    }

    /**
     * Inspects an image that a source opens.
     *
     * @param platform the platform to select, or {@code null} for the only one or this machine's
     * @param request  the budget of all images of a request
     * @param progress counts what is read
     * @throws InvalidImageException        if it is not one complete, consistent image within the limits
     * @throws java.io.UncheckedIOException if it cannot be read, or the thread is interrupted
     */
    public Inspection inspect(ImageArgument image, @Nullable Platform platform, RequestBudget request,
            Progress progress) {
        return inspect(image.open(platform, this.limits), request, progress, Thread.currentThread()::isInterrupted);
    }

    /** @param aborted whether the inspection failed because the sender of the archive did */
    private Inspection inspect(ImageSource source, RequestBudget request, Progress progress,
            BooleanSupplier aborted) {
        Timer.Sample sample = Timer.start(this.meters);
        String outcome = "error";
        try {
            Inspection inspection = this.inspector.inspect(source, request, progress);
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
