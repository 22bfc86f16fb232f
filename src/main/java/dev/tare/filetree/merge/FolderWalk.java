package dev.tare.filetree.merge;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.Attributes;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.ExtendedAttributes;
import dev.tare.filetree.Inode;
import dev.tare.filetree.InvalidLayerException;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.limits.Budget;
import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder for an entry. Engines unpack each layer alone. So they follow only symbolic links of the same layer,
 * and a folder replaces everything else in lower layers. Folders without an entry are created, or keep their attributes
 * from lower layers.
 */
final class FolderWalk implements LinkWalk.Way {

    private static final Inode IMPLIED = new Inode(
            new Attributes(EntryType.DIRECTORY, 0755, 0, 0, ExtendedAttributes.NONE, null), 0, 0, 0, null, null);

    private final TreeBuilder tree;

    private final Budget entries;

    private final LinkWalk walk;

    private String layerName = "";

    private final Budget implied = new Budget(Limit.IMPLIED_FOLDERS);

    FolderWalk(TreeBuilder tree, Budget entries, LinkWalk walk) {
        this.tree = tree;
        this.entries = entries;
        this.walk = walk;
    }

    /** Starts with the entries of a layer. */
    void beginLayer(String layerName) {
        this.layerName = layerName;
    }

    /** The path of the folder behind all links. */
    String to(String folder) {
        Inode there = this.tree.find(folder);
        return there != null && there.isDirectory() ? folder : this.walk.to(folder, this, this.layerName);
    }

    @Override
    public @Nullable String linkTarget(String path) {
        Inode inode = this.tree.find(path);
        return inode != null && this.tree.isNew(path) ? inode.symbolicLinkTarget() : null;
    }

    @Override
    public void enter(String path, String folder) {
        Inode inode = this.tree.find(path);
        if (path.isEmpty() || (inode != null && inode.isDirectory())) {
            return;
        }
        if (this.tree.isNew(path)) {
            throw InvalidLayerException.notAFolder(this.layerName, folder, path);
        }
        this.tree.put(path, implied(path), ContentFindings.NONE);
    }

    private Inode implied(String path) {
        this.entries.take(EntryCost.ofFolder(path));
        this.implied.take(path.length(), this.layerName);
        return IMPLIED;
    }
}
