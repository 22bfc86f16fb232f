package dev.tare.inspection;

import java.util.List;

import dev.tare.archive.Limits;
import dev.tare.source.ImageSource;

/** Inspects images: one pass over each layer, every collector fed by it. Safe for use by several threads. */
public final class Inspector {

    static final List<ContentCollector> COLLECTORS = List.of(new DpkgCollector(), new DpkgFilesCollector(),
            new ApkCollector(),
            new RpmCollector(), new OsReleaseCollector(), new JavaReleaseCollector(), new AccountCollector(),
            new NodePackageCollector(), new PythonPackageCollector(), new JarCollector());

    private final Limits limits;

    public Inspector(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the image once and says what it holds.
     *
     * @throws dev.tare.image.InvalidImageException if it is not one whole, consistent image within the limits
     */
    public Inspection inspect(ImageSource source) {
        return InspectionAssembler.assemble(source.read(new LayerScanner(this.limits, COLLECTORS)));
    }
}
