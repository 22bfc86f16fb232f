package dev.tare.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.tare.comparison.ComparedImage;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.RequestBudget;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;
import dev.tare.source.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Inspects the images of the setting {@code tare.images} in the background. Meanwhile the service answers requests and
 * shows the progress.
 */
public class PreloadedImages implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(PreloadedImages.class);

    private final List<ImageArgument> images;

    private final InspectionService inspectionService;

    private final Catalog catalog;

    private final List<Progress> progress;

    private volatile State state;

    /** The number of images that were inspected. */
    private volatile int done;

    private volatile @Nullable Thread worker;

    PreloadedImages(List<ImageArgument> images, InspectionService inspectionService, Catalog catalog) {
        this.images = List.copyOf(images);
        this.inspectionService = inspectionService;
        this.catalog = catalog;
        this.progress = this.images.stream().map(_ -> new Progress()).toList();
        this.state = images.isEmpty() ? new State.None() : new State.BeingInspected(List.of());
    }

    /** The state of the images. */
    public State state() {
        return this.state instanceof State.BeingInspected ? new State.BeingInspected(reading()) : this.state;
    }

    private List<Reading> reading() {
        int done = this.done;
        List<Reading> reading = new ArrayList<>();
        for (int i = 0; i < this.images.size(); i++) {
            reading.add(new Reading(nameOf(this.images.get(i)), i < done, i == done, this.progress.get(i).state()));
        }
        return reading;
    }

    @Override
    public void start() {
        if (!this.images.isEmpty()) {
            this.worker = Thread.ofPlatform().name("preloaded-images").daemon().start(() -> this.state = inspect());
        }
    }

    @Override
    public void stop() {
        Thread thread = this.worker;
        if (thread != null) {
            thread.interrupt();
            this.worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return this.worker != null;
    }

    private State inspect() {
        List<ComparedImage> inspected = new ArrayList<>();
        for (int i = 0; i < this.images.size(); i++) {
            ImageArgument image = this.images.get(i);
            try {
                inspected.add(new ComparedImage(
                        this.inspectionService.inspect(image, null, new RequestBudget(), this.progress.get(i)),
                        image.name(), null));
                this.done = i + 1;
            } catch (InvalidImageException ex) {
                String problem = MaskedError.message(ex);
                logger.error("The preloaded image {} cannot be inspected: {}", shown(image), problem);
                return new State.Failed(nameOf(image), problem);
            } catch (RuntimeException ex) {
                logger.error("The preloaded image {} cannot be inspected", shown(image), MaskedError.of(ex));
                return new State.Failed(nameOf(image), "It cannot be read. The log has the details.");
            }
        }
        return compare(inspected);
    }

    private State compare(List<ComparedImage> images) {
        KeptComparison comparison = this.catalog.keepForGood(this.inspectionService.compare(images));
        logger.info("The report of the preloaded images is at /comparisons/{}", comparison.id());
        return new State.Compared(comparison.id());
    }

    private static String shown(ImageArgument image) {
        return Redaction.text(image.text());
    }

    private static String nameOf(ImageArgument image) {
        return Redaction.text(image.name());
    }

    /**
     * An image while the images are being inspected.
     *
     * @param isDone    whether it was inspected
     * @param isRunning whether it is being inspected now
     */
    public record Reading(String name, boolean isDone, boolean isRunning, Progress.State progress) {}

    /** The state of the preloaded images. */
    public sealed interface State {

        /** No images are set. */
        record None() implements State {}

        /** The images are being inspected. */
        record BeingInspected(List<Reading> images) implements State {}

        /** The images are compared, or the only one is inspected. They have this identifier in the catalog. */
        record Compared(String id) implements State {}

        /** The image with this name cannot be inspected, with the reason. */
        record Failed(String name, String problem) implements State {}
    }
}
