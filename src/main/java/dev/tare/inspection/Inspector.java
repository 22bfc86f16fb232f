package dev.tare.inspection;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.content.Finding;
import dev.tare.content.NotRead;
import dev.tare.content.reader.ContentReader;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.Progress;

/** Inspects images in one pass over each layer, which feeds all collectors. Safe for use by several threads. */
public final class Inspector {

    private final Limits limits;

    private final KnownLayers<LayerScan> known;

    private final boolean asksForBases;

    private final boolean asksForSignatures;

    /** An inspector that reads every layer of every image. */
    public Inspector(Limits limits) {
        this(limits, KnownLayers.none(), true, true);
    }

    /** An inspector that skips layers that it has read before. */
    public Inspector(Limits limits, LayerCache known) {
        this(limits, known.layers(), true, true);
    }

    private Inspector(Limits limits, KnownLayers<LayerScan> known, boolean asksForBases,
            boolean asksForSignatures) {
        this.limits = limits;
        this.known = known;
        this.asksForBases = asksForBases;
        this.asksForSignatures = asksForSignatures;
    }

    /** The same inspector, which asks no registry for the base images that images name. */
    public Inspector withoutBaseLookup() {
        return new Inspector(this.limits, this.known, false, this.asksForSignatures);
    }

    /** The same inspector, which asks no registry for the signatures of images. */
    public Inspector withoutSignatureSearch() {
        return new Inspector(this.limits, this.known, this.asksForBases, false);
    }

    /**
     * Reads the image once and returns its facts.
     *
     * @throws dev.tare.image.InvalidImageException if it is not one complete, consistent image within the limits
     */
    public Inspection inspect(ImageSource source) {
        return inspect(source, new RequestBudget());
    }

    /**
     * Reads one of the images of a request.
     *
     * @throws dev.tare.image.InvalidImageException if it is not one complete, consistent image within the limits
     */
    public Inspection inspect(ImageSource source, RequestBudget request) {
        return inspect(source, request, new Progress());
    }

    /**
     * Reads one of the images of a request.
     *
     * @param progress counts what is read
     * @throws dev.tare.image.InvalidImageException if it is not one complete, consistent image within the limits
     */
    public Inspection inspect(ImageSource source, RequestBudget request, Progress progress) {
        return inspect(source, request, new ImageBudget(this.limits, request), progress);
    }

    /** @param budget of the image; its deadline has started */
    Inspection inspect(ImageSource source, RequestBudget request, ImageBudget budget, Progress progress) {
        Deadline deadline = budget.deadline();
        CollectorSet collectors = collectors(this.limits, deadline);
        LayerScanner scanner = new LayerScanner(this.limits, collectors);
        request.reads(scanner.budget());
        try {
            ImageContents<LayerScan> contents = (this.asksForSignatures ? source : source.withoutSignatureSearch())
                    .read(scanner, this.known, budget, progress);
            progress.merge();
            Inspection inspection = InspectionAssembler.assemble(contents, collectors, scanner.budget(), deadline);
            return this.asksForBases ? inspection.withBase(
                    BaseLookup.verify(inspection.image(), inspection.base(), source, request, deadline)) : inspection;
        } finally {
            request.reads(null);
        }
    }

    /** The types of all findings in the scan of a layer. */
    public static List<Class<? extends Finding>> findings() {
        return Stream.concat(Stream.of(Finding.OfLinks.class, NotRead.class),
                readers().flatMap(reader -> reader.findings().stream())).distinct().toList();
    }

    /** The collectors of the ecosystems and the system for one image. */
    static CollectorSet collectors(Limits limits, Deadline deadline) {
        return CollectorSet.of(readers().toList(), limits, deadline);
    }

    private static Stream<ContentReader<?>> readers() {
        return Stream.concat(Ecosystems.ALL.stream(), Stream.of(InspectionAssembler.SYSTEM));
    }
}
