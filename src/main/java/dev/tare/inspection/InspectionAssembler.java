package dev.tare.inspection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.merge.LayerMerger;
import dev.tare.filetree.merge.MergedLayers;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseFinder;
import dev.tare.inspection.surface.SurfaceFinder;
import dev.tare.inspection.system.Accounts;
import dev.tare.inspection.system.Homes;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.source.ImageContents;
import org.jspecify.annotations.Nullable;

/** Makes an inspection of what the passes over an image's layers found. */
final class InspectionAssembler {

    private final Image image;

    private final List<LayerScan> scans;

    private final Deadline deadline;

    private final MergedLayers merged;

    private final DiveEfficiency efficiency;

    private final BaseBoundary base;

    /** Layers are put together first, since that finds an image that takes more than it may. */
    private InspectionAssembler(ImageContents<LayerScan> contents, Budget entries, Deadline deadline) {
        this.image = contents.image();
        this.scans = contents.layers();
        this.deadline = deadline;
        this.merged = LayerMerger.merge(this.scans, entries, deadline);
        this.efficiency = DiveEfficiency.of(this.scans, deadline);
        this.base = BaseFinder.find(this.image);
    }

    /** @param entries what is left of the limit {@code imageEntries} after the scans */
    static Inspection assemble(ImageContents<LayerScan> contents, Budget entries, Deadline deadline) {
        Inspection inspection = new InspectionAssembler(contents, entries, deadline).assemble();
        deadline.check();
        return inspection;
    }

    private Inspection assemble() {
        CountedTree files = new CountedTree(this.merged.files(), this.deadline);
        SecretsReader secrets = new SecretsReader(this.merged.secrets());
        FindingReader findings = FindingReader.read(this.merged.findings(), files, secrets.deletedSystemFiles(),
                this.deadline);
        return new Inspection(this.image, this.base, sizes(), layers(), this.merged.files(), findings.os(),
                findings.packages(), findings.accounts(), findings.javaRuntimes(), findings.jars(),
                SurfaceFinder.find(files, findings.owners(), homes(files, findings.accounts())), waste(),
                Duplicates.in(this.merged.files(), this.deadline),
                this.efficiency, findings.languagePackages(), findings.owners(), findings.unread(),
                secrets.read(this.image, findings.owners()), findings.scripts());
    }

    private List<String> homes(CountedTree files, Accounts accounts) {
        return Homes.of(files, accounts, this.image.config().container());
    }

    private Sizes sizes() {
        long stored = this.image.layers().stream().mapToLong(Layer::storedSize).sum();
        long uncompressed = this.scans.stream().mapToLong(LayerScan::uncompressedSize).sum();
        long visible = this.merged.files().visibleSize();
        return new Sizes(compressed(), stored, uncompressed, visible, uncompressed - visible);
    }

    /** A blob that several layers are is transferred once. */
    private @Nullable Long compressed() {
        if (!this.image.layers().stream().allMatch(Layer::isCompressed)) {
            return null;
        }
        Map<Digest, Long> blobs = new HashMap<>();
        this.image.layers().forEach(layer -> blobs.put(layer.digest(), layer.storedSize()));
        return blobs.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<InspectedLayer> layers() {
        long[] wasted = new long[this.scans.size()];
        this.merged.waste().forEach(file -> wasted[file.layer()] += file.bytes());
        return IntStream.range(0, wasted.length).mapToObj(index -> {
            LayerScan scan = this.scans.get(index);
            return new InspectedLayer(this.image.layers().get(index), this.base.originOf(index),
                    scan.uncompressedSize(), scan.entryCount(), wasted[index]);
        }).toList();
    }

    private List<WastedFile> waste() {
        return this.merged.waste()
                .stream()
                .sorted(Comparator.comparingLong(WastedFile::bytes)
                        .reversed()
                        .thenComparing(WastedFile::path)
                        .thenComparingInt(WastedFile::layer))
                .toList();
    }
}
