package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;

import dev.tare.archive.EntryType;
import dev.tare.archive.TarEntry;

/**
 * Puts layers on top of each other, the lowest first, as a container engine does: whiteouts touch only what lower
 * layers brought, so they come before the layer's own entries, wherever the tar has them.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#applying-changesets">OCI image
 *      specification, applying changesets</a>
 */
final class LayerMerger {

    private final Names names = new Names();

    private final List<WastedFile> waste = new ArrayList<>();

    private int layer;

    private LayerMerger() {}

    static MergedLayers merge(List<LayerScan> scans) {
        LayerMerger merger = new LayerMerger();
        scans.forEach(merger::apply);
        return merger.names.merged(merger.waste);
    }

    private void apply(LayerScan scan) {
        this.names.beginLayer(this.layer, this.waste::add);
        scan.whiteouts().forEach(this::hide);
        scan.whiteouts().stream().map(Whiteout::path).forEach(this.names::reach);
        scan.entries().forEach(scanned -> put(scan.name(), scanned));
        this.layer++;
    }

    private void hide(Whiteout whiteout) {
        switch (whiteout.kind()) {
            case OPAQUE -> this.names.removeBelow(whiteout.folder());
            case PLAIN -> this.names.remove(whiteout.hidden());
            case AUFS -> {
            }
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
        String path = this.names.reach(entry.path());
        if (entry.type() == EntryType.HARD_LINK) {
            link(layerName, path, entry);
        } else {
            this.names.put(path, new Inode(scanned, this.layer));
        }
    }

    private void link(String layerName, String path, TarEntry entry) {
        String target = String.valueOf(entry.linkTarget());
        Inode inode = this.names.find(target);
        if (inode == null) {
            throw InvalidLayerException.linkToNothing(layerName, entry.path(), target);
        }
        if (inode.isDirectory()) {
            throw InvalidLayerException.linkToFolder(layerName, entry.path(), target);
        }
        inode.changeAttributes(entry);
        this.names.put(path, inode);
    }
}
