package dev.tare.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.ImagePlanner;
import dev.tare.source.format.ImageSelection;

/** An image in blobs that can be opened by path. Only the needed blobs are read, several at once. */
public final class BlobSource implements ImageSource {

    private final String name;

    private final Opener opener;

    private final ImageSelection selection;

    private final Limits limits;

    public BlobSource(String name, Opener opener, ImageSelection selection, Limits limits) {
        this.name = name;
        this.opener = opener;
        this.selection = selection;
        this.limits = limits;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        try (Blobs blobs = this.opener.open(budget.deadline())) {
            ImagePlan plan = new ImagePlanner(this.selection, this.limits).plan(blobs);
            blobs.planned();
            try (PendingReferrers referrers = PendingReferrers.start(blobs, plan)) {
                ParallelLayers<T> parallel = new ParallelLayers<>(blobs, reader, known, this.limits, budget, progress);
                Map<String, ReadLayer<T>> layers = parallel.read(plan.layers());
                return ImageContents
                        .of(plan, layer -> Objects.requireNonNull(layers.get(blobs.resolve(layer.path()))),
                                parallel::again)
                        .withReferrers(referrers.await(progress));
            }
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    @Override
    public List<Platform> platforms(Deadline deadline) {
        try (Blobs blobs = this.opener.open(deadline)) {
            return new ImagePlanner(this.selection, this.limits).platforms(blobs);
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    @Override
    public <T> T readParts(PartReader<T> reader, Deadline deadline) {
        try (Blobs blobs = this.opener.open(deadline)) {
            return reader.read(new ImagePlanner(this.selection, this.limits).plan(blobs), blobs);
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    /** Opens the blobs for each reading of the image. */
    @FunctionalInterface
    public interface Opener {

        Blobs open(Deadline deadline) throws IOException;
    }
}
