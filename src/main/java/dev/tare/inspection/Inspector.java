package dev.tare.inspection;

import java.util.List;

import dev.tare.content.ContentCollector;
import dev.tare.ecosystem.apk.ApkCollector;
import dev.tare.ecosystem.dpkg.DpkgCollector;
import dev.tare.ecosystem.dpkg.DpkgFilesCollector;
import dev.tare.ecosystem.java.JarCollector;
import dev.tare.ecosystem.java.JavaReleaseCollector;
import dev.tare.ecosystem.node.NodePackageCollector;
import dev.tare.ecosystem.python.PythonPackageCollector;
import dev.tare.ecosystem.rpm.RpmCollector;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.inspection.system.AccountCollector;
import dev.tare.inspection.system.OsReleaseCollector;
import dev.tare.inspection.system.ScriptCollector;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
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

    /** What is made of certain files' content, the first that wants a file taking it. */
    static List<ContentCollector> collectors(Limits limits, Deadline deadline) {
        return List.of(new DpkgCollector(), new DpkgFilesCollector(),
                new ApkCollector(),
                new RpmCollector(deadline), new OsReleaseCollector(), new JavaReleaseCollector(),
                new AccountCollector(),
                new NodePackageCollector(), new PythonPackageCollector(),
                new JarCollector(Math.toIntExact(limits.get(Limit.JAR_DEPTH)), deadline), new ScriptCollector());
    }
}
