package dev.tare.toc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.WindowsLayers;
import dev.tare.filetree.merge.LayerMerger;
import dev.tare.limits.Budget;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.source.Blobs;
import dev.tare.source.ImageSource;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.LayerPlan;
import org.jspecify.annotations.Nullable;

/** Lists the files of images from the tables of contents of their layers. */
public final class TableLister {

    private final Limits limits;

    public TableLister(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the tables of all layers, and merges the files that they list. If a layer has no table, no table is read.
     *
     * @throws dev.tare.image.InvalidImageException if a layer has no valid table of contents, the source streams once, or
     *                                              it is no image within the limits
     */
    public ListedFiles list(ImageSource source) {
        ImageBudget budget = new ImageBudget(this.limits);
        return source.readParts((plan, blobs) -> list(plan, blobs, budget), budget.deadline());
    }

    private ListedFiles list(ImagePlan plan, Blobs blobs, ImageBudget budget) throws IOException {
        Map<String, Located> tables = locate(plan, blobs, budget);
        Budget entries = new Budget(Limit.IMAGE_ENTRIES, this.limits);
        Map<String, LayerScan> known = new LinkedHashMap<>();
        List<LayerScan> scans = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            LayerScan before = known.get(layer.path());
            if (before != null) {
                entries.take(before.cost());
                scans.add(before);
                continue;
            }
            Located located = tables.get(layer.path());
            if (located == null || located.table() == null) {
                throw new IllegalStateException("Every layer has a table here");
            }
            LayerScan scan = new TableReader(layer.path(), located.table(), this.limits, budget.ofLayer())
                    .read(located.blob(), entries.ofLayer());
            known.put(layer.path(), scan);
            scans.add(scan);
        }
        List<LayerScan> rooted = plan.config().platform().isWindows() ? WindowsLayers.rooted(scans, entries) : scans;
        return new ListedFiles(LayerMerger.merge(rooted, entries, budget.deadline()).files(), blobs.transfer());
    }

    /** Finds the table of each blob, before any is read. */
    private Map<String, Located> locate(ImagePlan plan, Blobs blobs, ImageBudget budget) throws IOException {
        Map<String, Located> tables = new LinkedHashMap<>();
        for (LayerPlan layer : plan.layers()) {
            budget.deadline().check();
            if (!tables.containsKey(layer.path())) {
                BlobParts blob = new BlobParts(blobs, layer.path());
                tables.put(layer.path(), new Located(blob, TableFinder.find(layer, blob)));
            }
        }
        List<LayerPlan> without = plan.layers()
                .stream()
                .filter(layer -> tables.get(layer.path()) instanceof Located located && located.table() == null)
                .toList();
        if (!without.isEmpty()) {
            throw new MissingTableException(plan.name(), plan.layers(), without);
        }
        return tables;
    }

    private record Located(BlobParts blob, @Nullable TableLocation table) {}
}
