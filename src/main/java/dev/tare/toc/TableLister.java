package dev.tare.toc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.archive.CorruptDataException;
import dev.tare.archive.tar.InvalidTarException;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.InvalidLayerException;
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
        Map<String, LayerScan> known = new HashMap<>();
        List<LayerScan> scans = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            LayerScan scan = known.get(layer.path());
            if (scan == null) {
                scan = read(layer, Objects.requireNonNull(tables.get(layer.path())), budget, entries);
                known.put(layer.path(), scan);
            } else {
                entries.take(scan.cost());
            }
            scans.add(scan);
        }
        List<LayerScan> rooted = plan.config().platform().isWindows() ? WindowsLayers.rooted(scans, entries) : scans;
        return new ListedFiles(merged(rooted, entries, budget), blobs.transfer());
    }

    private static FileTree merged(List<LayerScan> scans, Budget entries, ImageBudget budget) {
        try {
            return LayerMerger.merge(scans, entries, budget.deadline()).files();
        } catch (InvalidLayerException ex) {
            throw new InvalidTableException(ex.layer(), ex.problem(), ex);
        }
    }

    /** Finds the table of each blob, before any is read. */
    private static Map<String, Located> locate(ImagePlan plan, Blobs blobs, ImageBudget budget) throws IOException {
        Map<String, Located> tables = new HashMap<>();
        Set<String> asked = new HashSet<>();
        for (LayerPlan layer : plan.layers()) {
            budget.deadline().check();
            if (asked.add(layer.path())) {
                BlobParts blob = new BlobParts(blobs, layer.path());
                TableLocation table = TableFinder.find(layer, blob);
                if (table != null) {
                    tables.put(layer.path(), new Located(blob, table));
                }
            }
        }
        List<LayerPlan> without =
                plan.layers().stream().filter(layer -> !tables.containsKey(layer.path())).toList();
        if (!without.isEmpty()) {
            throw new MissingTableException(plan.name(), plan.layers(), without);
        }
        return tables;
    }

    /** The layer itself may be right, so errors about layers and tars are those of the table. */
    private LayerScan read(LayerPlan layer, Located located, ImageBudget budget, Budget entries) throws IOException {
        try {
            return new TableReader(layer.path(), located.table(), this.limits, budget.ofLayer()).read(located.blob(),
                    entries.ofLayer());
        } catch (InvalidLayerException ex) {
            throw new InvalidTableException(layer.path(), ex.problem(), ex);
        } catch (InvalidTarException ex) {
            throw new InvalidTableException(layer.path(), ex.problem(), ex);
        } catch (CorruptDataException ex) {
            throw new InvalidTableException(layer.path(), ex.problem(), ex);
        }
    }

    private record Located(BlobParts blob, TableLocation table) {}
}
