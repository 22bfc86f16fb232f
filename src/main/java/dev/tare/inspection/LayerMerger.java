package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.EntryType;
import dev.tare.archive.TarEntry;

/**
 * Puts layers on top of each other, the lowest first, as the specification has it: whiteouts touch only what lower
 * layers brought, so they come before the layer's own entries, wherever the tar has them.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#applying-changesets">OCI image
 *      specification, applying changesets</a>
 */
final class LayerMerger {

    private final List<WastedFile> waste = new ArrayList<>();

    private final Names names = new Names(this.waste::add);

    private int layer;

    private LayerMerger() {}

    static MergedLayers merge(List<LayerScan> scans) {
        LayerMerger merger = new LayerMerger();
        scans.forEach(merger::apply);
        return merger.names.merged(merger.waste);
    }

    private void apply(LayerScan scan) {
        this.names.beginLayer(this.layer, scan.name());
        scan.whiteouts().forEach(this::hide);
        scan.whiteouts().forEach(whiteout -> this.names.reach(whiteout.path()));
        scan.entries().forEach(scanned -> put(scan.name(), scanned));
        this.names.removeLeftovers();
        this.layer++;
    }

    private void hide(Whiteout whiteout) {
        if (whiteout.opaque()) {
            this.names.removeBelow(whiteout.folder());
        } else {
            this.names.remove(whiteout.hidden());
        }
        if (whiteout.size() > 0) {
            this.waste.add(new WastedFile(whiteout.path(), whiteout.size(), this.layer, this.layer));
        }
    }

    private void put(String layerName, ScannedEntry scanned) {
        TarEntry entry = scanned.entry();
        if (entry.path().isEmpty()) {
            return;
        }
        Inode inode = entry.type() == EntryType.HARD_LINK ? linked(layerName, scanned) : new Inode(scanned, this.layer);
        this.names.put(this.names.reach(entry.path()), inode);
    }

    private Inode linked(String layerName, ScannedEntry scanned) {
        TarEntry entry = scanned.entry();
        String target = String.valueOf(entry.linkTarget());
        Inode inode = target.equals(entry.path()) ? null : this.names.find(this.names.reach(target));
        if (inode == null) {
            throw InvalidLayerException.linkToNothing(layerName, entry.path(), target);
        }
        if (inode.isDirectory()) {
            throw InvalidLayerException.linkToFolder(layerName, entry.path(), target);
        }
        inode.changeAttributes(scanned);
        return inode;
    }
}
