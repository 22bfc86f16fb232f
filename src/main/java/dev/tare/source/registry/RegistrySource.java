package dev.tare.source.registry;

import java.io.IOException;
import java.util.List;

import dev.tare.image.KnownBase;
import dev.tare.image.Platform;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Registries;
import dev.tare.registry.Traffic;
import dev.tare.source.BlobSource;
import dev.tare.source.Blobs;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.LayerReader;
import dev.tare.source.Progress;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.ImagePlanner;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.registry.RegistryBlobs.Extent;
import org.jspecify.annotations.Nullable;

/** An image in a registry. Its manifest and config have the digests of all its content. */
final class RegistrySource implements ImageSource {

    private final String name;

    private final ImageReference reference;

    private final Registries registries;

    private final KnownDocuments known;

    private final @Nullable Platform platform;

    private final Limits limits;

    private final Extent extent;

    /** @param known documents that were requested before */
    RegistrySource(String name, ImageReference reference, Registries registries, KnownDocuments known,
            @Nullable Platform platform, Limits limits) {
        this(name, reference, registries, known, platform, limits, Extent.SIGNED);
    }

    private RegistrySource(String name, ImageReference reference, Registries registries, KnownDocuments known,
            @Nullable Platform platform, Limits limits, Extent extent) {
        this.name = name;
        this.reference = reference;
        this.registries = registries;
        this.known = known;
        this.platform = platform;
        this.limits = limits;
        this.extent = extent;
    }

    @Override
    public String name() {
        return this.name;
    }

    @Override
    public ImageSource withoutSignatureSearch() {
        return new RegistrySource(this.name, this.reference, this.registries, this.known, this.platform, this.limits,
                Extent.WHOLE);
    }

    @Override
    public <T> ImageContents<T> read(LayerReader<T> reader, KnownLayers<T> known, ImageBudget budget,
            Progress progress) {
        return blobs().read(reader, known, budget, progress);
    }

    @Override
    public List<Platform> platforms(Deadline deadline) {
        return blobs().platforms(deadline);
    }

    @Override
    public <T> T readParts(PartReader<T> reader, Deadline deadline) {
        return blobs().readParts(reader, deadline);
    }

    @Override
    public KnownBase base(ImageBudget budget) {
        try (Blobs blobs = open(budget.deadline(), Extent.CONFIG)) {
            ImagePlan plan = new ImagePlanner(selection(), this.limits).plan(blobs);
            return new KnownBase(plan.name(), plan.manifestDigest(), plan.id(), plan.config().platform(),
                    plan.config().diffIds());
        } catch (IOException ex) {
            throw ReadFailures.of(this.name, ex);
        }
    }

    @Override
    public KnownBase baseOf(String reference, Platform platform, RequestBudget request, Deadline deadline) {
        ImageReference base = this.reference.parseNamed(reference);
        return request.shared(NamedBases.class, NamedBases::new)
                .find(base, platform, deadline,
                        known -> new RegistrySource(reference, base, this.registries, known, platform, this.limits)
                                .base(new ImageBudget(this.limits, deadline)));
    }

    private BlobSource blobs() {
        return new BlobSource(this.name, deadline -> open(deadline, this.extent), selection(), this.limits);
    }

    private Blobs open(Deadline deadline, Extent extent) {
        Traffic traffic = new Traffic();
        return RegistryBlobs.open(this.name, this.reference, this.known,
                this.registries.client(this.reference, deadline, traffic), traffic, this.platform, this.limits, extent);
    }

    private ImageSelection selection() {
        return new ImageSelection(null, this.platform);
    }
}
