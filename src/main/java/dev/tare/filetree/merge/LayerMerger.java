package dev.tare.filetree.merge;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.Inode;
import dev.tare.filetree.InvalidLayerException;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.filetree.layer.Whiteout;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;

/**
 * Merges layers from the lowest to the highest, as the specification requires. Whiteouts apply only to lower layers, so
 * they are applied before the entries of their own layer, regardless of the order in the tar.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#applying-changesets">OCI image
 *      specification, applying changesets</a>
 */
public final class LayerMerger {

    private final List<WastedFile> waste = new ArrayList<>();

    private final Budget entries;

    private final Deadline deadline;

    private final WhiteoutResolver whiteoutPlaces;

    private final TreeBuilder tree;

    private int layer;

    private LayerMerger(Budget entries, Deadline deadline) {
        LinkWalk walk = new LinkWalk(deadline);
        this.entries = entries;
        this.deadline = deadline;
        this.whiteoutPlaces = new WhiteoutResolver(entries, deadline, walk);
        this.tree = new TreeBuilder(this::addWaste, entries, deadline, walk);
    }

    /**
     * Merges layers.
     *
     * @param scans   of the layers, the lowest first
     * @param entries the rest of the limit {@code image-entries} after the scans
     */
    public static MergedLayers merge(List<LayerScan> scans, Budget entries, Deadline deadline) {
        LayerMerger merger = new LayerMerger(entries, deadline);
        scans.forEach(merger::apply);
        return merger.tree.merged(merger.waste);
    }

    private void apply(LayerScan scan) {
        this.tree.beginLayer(this.layer, scan.name());
        List<Whiteout> whiteouts = this.whiteoutPlaces.of(scan);
        whiteouts.forEach(this::hide);
        whiteouts.forEach(whiteout -> this.tree.reach(whiteout.path()));
        scan.entries().forEach(scanned -> put(scan.name(), scanned));
        this.tree.removeLeftovers();
        this.layer++;
    }

    /** The path of a file is usually that of its entry, but behind a link it may be much longer. */
    private void addWaste(WastedFile file) {
        this.entries.take(EntryCost.ofText(file.path()));
        this.waste.add(file);
    }

    private void hide(Whiteout whiteout) {
        this.deadline.step();
        if (whiteout.opaque()) {
            this.tree.removeBelow(whiteout.folder(), whiteout.spared());
        } else {
            this.tree.remove(whiteout.hidden());
        }
        if (whiteout.size() > 0) {
            addWaste(new WastedFile(whiteout.path(), whiteout.size(), this.layer, this.layer));
            this.tree.markDeleted(whiteout.path());
        }
    }

    private void put(String layerName, ScannedEntries.Entry scanned) {
        this.deadline.step();
        if (scanned.path().isEmpty()) {
            return;
        }
        if (scanned.inode().type() == EntryType.HARD_LINK) {
            link(layerName, scanned);
        } else {
            this.tree.put(this.tree.reach(scanned.path()), scanned.inode(), scanned.findings());
        }
    }

    private void link(String layerName, ScannedEntries.Entry scanned) {
        String stated = String.valueOf(scanned.inode().target());
        String target = this.tree.reach(stated);
        Inode inode = stated.equals(scanned.path()) ? null : this.tree.find(target);
        if (inode == null) {
            throw InvalidLayerException.linkToNothing(layerName, scanned.path(), stated);
        }
        if (inode.isDirectory()) {
            throw InvalidLayerException.linkToFolder(layerName, scanned.path(), stated);
        }
        this.tree.link(this.tree.reach(scanned.path()), target, scanned.inode());
    }
}
