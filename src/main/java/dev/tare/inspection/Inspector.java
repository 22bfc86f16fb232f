package dev.tare.inspection;

import java.util.stream.Stream;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;

/** Inspects images: one pass over each layer, every collector fed by it. Safe for use by several threads. */
public final class Inspector {

    private final Limits limits;

    private final KnownLayers<LayerScan> known;

    /** An inspector that reads every layer of every image. */
    public Inspector(Limits limits) {
        this(limits, KnownLayers.none());
    }

    /** An inspector that reads only layers that it did not read before. */
    public Inspector(Limits limits, LayerCache known) {
        this(limits, known.layers());
    }

    private Inspector(Limits limits, KnownLayers<LayerScan> known) {
        this.limits = limits;
        this.known = known;
    }

    /**
     * Reads the image once and says what it holds.
     *
     * @throws dev.tare.image.InvalidImageException if it is not one whole, consistent image within the limits
     */
    public Inspection inspect(ImageSource source) {
        Deadline deadline = Deadline.of(this.limits);
        LayerScanner scanner = new LayerScanner(this.limits, collectors(this.limits, deadline));
        return InspectionAssembler.assemble(source.read(scanner, this.known), scanner.budget(),
                deadline);
    }

    /** The collectors for one image, of the ecosystems and of the system. */
    static CollectorSet collectors(Limits limits, Deadline deadline) {
        return CollectorSet.of(Stream.concat(Ecosystems.ALL.stream(), Stream.of(InspectionAssembler.SYSTEM)).toList(),
                limits, deadline);
    }
}
