package dev.tare.catalog;

import java.util.ArrayList;
import java.util.List;

import dev.tare.comparison.ComparedImage;
import dev.tare.error.MaskedError;
import dev.tare.image.InvalidImageException;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageArgument;
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

    private volatile State state;

    private volatile @Nullable Thread worker;

    PreloadedImages(List<ImageArgument> images, InspectionService inspectionService, Catalog catalog) {
        this.images = List.copyOf(images);
        this.inspectionService = inspectionService;
        this.catalog = catalog;
        this.state = new State.BeingInspected(this.images.stream().map(PreloadedImages::nameOf).toList());
        if (images.isEmpty()) {
            this.state = new State.None();
        }
    }

    /** The state of the images. */
    public State state() {
        return this.state;
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
        for (ImageArgument image : this.images) {
            try {
                inspected.add(new ComparedImage(this.inspectionService.inspect(image), image.name(), null));
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
        if (images.size() < 2) {
            return new State.Failed(nameOf(this.images.getFirst()),
                    "A comparison needs two or more images. Set two or more in tare.images.");
        }
        KeptComparison comparison = this.catalog.keepForGood(this.inspectionService.compare(images));
        logger.info("The comparison of the preloaded images is at /comparisons/{}", comparison.id());
        return new State.Compared(comparison.id());
    }

    private static String shown(ImageArgument image) {
        return Redaction.text(image.text());
    }

    private static String nameOf(ImageArgument image) {
        return Redaction.text(image.name());
    }

    /** The state of the preloaded images. */
    public sealed interface State {

        /** No images are set. */
        record None() implements State {}

        /** The images are being inspected. */
        record BeingInspected(List<String> names) implements State {}

        /** The images are compared, with this identifier in the catalog. */
        record Compared(String id) implements State {}

        /** The image with this name cannot be inspected, with the reason. */
        record Failed(String name, String problem) implements State {}
    }
}
