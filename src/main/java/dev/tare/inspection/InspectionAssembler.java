package dev.tare.inspection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.WindowsLayers;
import dev.tare.filetree.merge.LayerMerger;
import dev.tare.filetree.merge.MergedLayers;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.inspection.Inspection.Software;
import dev.tare.inspection.Inspection.Weight;
import dev.tare.inspection.base.BaseFinder;
import dev.tare.inspection.base.BaseImage;
import dev.tare.inspection.surface.SurfaceFinder;
import dev.tare.inspection.system.SystemFiles;
import dev.tare.inspection.system.SystemReader;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.referrer.Referrers;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageContents;
import org.jspecify.annotations.Nullable;

/** Assembles an inspection from the findings in an image's layers. */
final class InspectionAssembler {

    static final SystemReader SYSTEM = new SystemReader();

    /** The image from its source, with its secrets. */
    private final Image image;

    private final List<LayerScan> scans;

    private final Referrers referrers;

    private final CollectorSet collectors;

    private final boolean windows;

    private final Budget entries;

    private final Deadline deadline;

    private InspectionAssembler(ImageContents<LayerScan> contents, CollectorSet collectors, Budget entries,
            Deadline deadline) {
        this.image = contents.image();
        this.scans = contents.layers();
        this.referrers = contents.referrers();
        this.collectors = collectors;
        this.windows = this.image.config().platform().isWindows();
        this.entries = entries;
        this.deadline = deadline;
    }

    /**
     * @param collectors that read the layers
     * @param entries    the rest of the limit {@code image-entries} after the scans
     */
    static Inspection assemble(ImageContents<LayerScan> contents, CollectorSet collectors, Budget entries,
            Deadline deadline) {
        Inspection inspection = new InspectionAssembler(contents, collectors, entries, deadline).assemble();
        deadline.check();
        return inspection;
    }

    /** Merges the layers first, because that detects an image that exceeds the limits. */
    private Inspection assemble() {
        MergedLayers merged = LayerMerger.merge(rootedScans(), this.entries, this.deadline);
        DiveEfficiency efficiency = DiveEfficiency.of(this.scans, this.deadline);
        ImageMask.Masked mask = ImageMask.mask(this.image, this.deadline::step);
        Image masked = mask.image();
        BaseImage base = BaseFinder.find(this.image, masked, Distribution.lowestLayers(this.scans));
        MergedLayers seen = this.windows ? WindowsFiles.inContainers(merged, this.deadline) : merged;
        CountedTree files = new CountedTree(seen.files(), this.deadline);
        ImageFindings findings = ImageFindings.of(seen, files, this.collectors, this.deadline);
        SecretsReader secrets = new SecretsReader(merged.secrets());
        SystemFiles system = SoftwareTexts.cut(findings.readBy(SYSTEM));
        List<String> homes = system.homes(files, this.image.config().container());
        Software software = findings.software(secrets.deletedSystemFiles(), homes);
        Weight weight = new Weight(sizes(merged), layers(masked, merged), waste(merged),
                Duplicates.in(merged.files(), this.deadline), efficiency);
        return new Inspection(masked, base, weight, merged.files(), merged.deleted(), software, system,
                this.windows ? SurfaceFinder.ofWindows(files)
                        : SurfaceFinder.find(files, software.owners(), homes, Ecosystems.ALL),
                secrets.read(this.image, mask.name(), software.owners(), this.deadline::step),
                this.referrers.masked(Redaction::text, Redaction::sentence));
    }

    /** A scan of a layer does not depend on the image, so only the merge considers the platform. */
    private List<LayerScan> rootedScans() {
        return this.windows ? WindowsLayers.rooted(this.scans, this.entries) : this.scans;
    }

    private Sizes sizes(MergedLayers merged) {
        long stored = this.image.layers().stream().mapToLong(Layer::storedSize).sum();
        long uncompressed = this.scans.stream().mapToLong(LayerScan::uncompressedSize).sum();
        long visible = merged.files().visibleSize();
        return new Sizes(compressed(), stored, uncompressed, visible, uncompressed - visible);
    }

    /** A blob that several layers share is transferred once. */
    private @Nullable Long compressed() {
        if (!this.image.layers().stream().allMatch(Layer::isCompressed)) {
            return null;
        }
        Map<Digest, Long> blobs = new HashMap<>();
        this.image.layers().forEach(layer -> blobs.put(layer.digest(), layer.storedSize()));
        return blobs.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<InspectedLayer> layers(Image masked, MergedLayers merged) {
        long[] wasted = new long[this.scans.size()];
        merged.waste().forEach(file -> wasted[file.layer()] += file.bytes());
        return IntStream.range(0, wasted.length).mapToObj(index -> {
            LayerScan scan = this.scans.get(index);
            return new InspectedLayer(masked.layers().get(index), scan.uncompressedSize(),
                    scan.entryCount(), wasted[index]);
        }).toList();
    }

    private static List<WastedFile> waste(MergedLayers merged) {
        return merged.waste()
                .stream()
                .sorted(Comparator.comparingLong(WastedFile::bytes)
                        .reversed()
                        .thenComparing(WastedFile::path)
                        .thenComparingInt(WastedFile::layer))
                .toList();
    }
}
