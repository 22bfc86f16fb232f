package dev.tare.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.tare.inspection.MergedLayers.Found;
import org.jspecify.annotations.Nullable;

/** The names of a file tree while layers are put on top of each other. */
final class Names {

    private final NavigableMap<String, Name> names = new TreeMap<>();

    private final Consumer<WastedFile> waste;

    private final List<Secret> secrets = new ArrayList<>();

    private final FolderWalk walk = new FolderWalk(this);

    private int layer;

    /** The folder that was asked for last, since the next entry is mostly in the same one, and where it is. */
    private @Nullable String askedFolder;

    private String reachedFolder = "";

    Names(Consumer<WastedFile> waste) {
        this.waste = waste;
    }

    /** From now on, changes are those of this layer. */
    void beginLayer(int layer, String layerName) {
        this.layer = layer;
        this.walk.beginLayer(layer, layerName);
        this.askedFolder = null;
    }

    @Nullable
    Inode find(String path) {
        Name name = this.names.get(path);
        return name == null ? null : name.inode();
    }

    /** Whether this layer has brought the name. */
    boolean isNew(String path) {
        Name name = this.names.get(path);
        return name != null && name.layer() == this.layer;
    }

    /** Puts a name, in place of whatever has it; only a folder over a folder keeps what is below. */
    void put(String path, Inode inode) {
        inode.addName();
        Name old = this.names.put(path, new Name(inode, this.layer));
        if (old == null) {
            return;
        }
        release(old, inode);
        if (!inode.isDirectory()) {
            removeBelow(path);
        }
    }

    /** Removes a name and all that is below it. */
    void remove(String path) {
        Name name = this.names.remove(path);
        if (name != null) {
            release(name, null);
            removeBelow(path);
        }
    }

    /** Removes all that is below a folder. */
    void removeBelow(String folder) {
        removeAll(folder.isEmpty() ? this.names : this.names.subMap(folder + "/", true, folder + "0", false));
    }

    /** Removes what is no part of the file tree, now that nothing can link to it any more. */
    void removeLeftovers() {
        removeAll(this.names.subMap(Whiteout.AUFS_PREFIX, true, ".wh..wh/", false));
    }

    /** Makes sure that a path has its folders, and says where it is really, links being followed. */
    String reach(String path) {
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.askedFolder)) {
            this.reachedFolder = this.walk.to(folder);
            this.askedFolder = folder;
        }
        return FilePaths.join(this.reachedFolder, FilePaths.name(path));
    }

    /** The names as a file tree. They are gone then, so that never both are in memory. */
    MergedLayers merged(List<WastedFile> waste) {
        List<FileEntry> entries = new ArrayList<>(this.names.size());
        List<Found> findings = new ArrayList<>();
        for (Map.Entry<String, Name> next = this.names.pollFirstEntry(); next != null; next = this.names
                .pollFirstEntry()) {
            Inode inode = next.getValue().inode();
            FileEntry entry = inode.toEntry(next.getKey(), next.getValue().layer());
            entries.add(entry);
            if (entry.sameFileAs() == null) {
                this.secrets.addAll(inode.secrets(entry.path(), null));
                addFinding(entry, inode.finding(), findings);
            }
        }
        return new MergedLayers(FileTree.of(entries), findings, waste, this.secrets);
    }

    private static void addFinding(FileEntry entry, @Nullable Finding finding, List<Found> findings) {
        if (finding != null) {
            findings.add(new Found(entry, finding));
        }
    }

    private void removeAll(NavigableMap<String, Name> removed) {
        removed.values().forEach(name -> release(name, null));
        removed.clear();
        this.askedFolder = null;
    }

    private void release(Name name, @Nullable Inode next) {
        Inode inode = name.inode();
        if (inode.removeName() && inode.size() > 0) {
            this.waste.accept(inode.wasted(this.layer, next));
            this.secrets.addAll(inode.hiddenSecrets(this.layer));
        }
    }

    /** What a name stands for, and the layer that brought the name. */
    private record Name(Inode inode, int layer) {}
}
