package dev.tare.filetree.merge;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.tare.content.FilePaths;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.EntryCost;
import dev.tare.filetree.Inode;
import dev.tare.filetree.StringPool;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.filetree.layer.Whiteout;
import dev.tare.filetree.merge.Inodes.Gone;
import dev.tare.filetree.merge.MergedLayers.FileSecrets;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/** Builds the merged file tree, layer by layer. */
final class TreeBuilder {

    private final StringPool texts = new StringPool();

    /** Folders that contain names, by path. */
    private final Map<String, Folder> folders = new HashMap<>();

    /** Represents every folder without names. */
    private final Folder none = new Folder("", this.texts);

    private final Inodes inodes = new Inodes();

    private final Consumer<WastedFile> waste;

    /** Names that were removed or replaced. */
    private final DeletedNames.Builder deleted = new DeletedNames.Builder(this.texts);

    private final List<FileSecrets> secrets = new ArrayList<>();

    private final Budget entries;

    private final Deadline deadline;

    private final FolderWalk walk;

    private final Set<String> leftovers = new HashSet<>();

    private int layer;

    /** The folder of the last lookup and its resolved path, because the next entry is usually in the same folder. */
    private @Nullable String askedFolder;

    private String reachedFolder = "";

    TreeBuilder(Consumer<WastedFile> waste, Budget entries, Deadline deadline, LinkWalk walk) {
        this.waste = waste;
        this.entries = entries;
        this.deadline = deadline;
        this.walk = new FolderWalk(this, entries, walk);
    }

    /** Starts with the changes of a layer. */
    void beginLayer(int layer, String layerName) {
        this.layer = layer;
        this.walk.beginLayer(layerName);
        this.askedFolder = null;
    }

    @Nullable
    Inode find(String path) {
        int number = number(path);
        return number < 0 ? null : this.inodes.get(number);
    }

    /** Whether the current layer added the name. */
    boolean isNew(String path) {
        Folder folder = existing(FilePaths.parent(path));
        int place = folder.find(name(path));
        return place >= 0 && folder.layer(place) == this.layer;
    }

    /** Adds or replaces a name. Only a folder that replaces a folder keeps its descendants. */
    void put(String path, Inode inode, ContentFindings found) {
        put(path, this.inodes.add(inode, this.layer, found));
    }

    /**
     * Adds a name to the inode of another name.
     *
     * @param stated the attributes in the entry, which apply to all names
     */
    void link(String path, String target, Inode stated) {
        int number = number(target);
        this.inodes.link(number, target, stated);
        put(path, number);
    }

    private void put(String path, int number) {
        if (path.startsWith(Whiteout.AUFS_PREFIX)) {
            this.leftovers.add(path.substring(0, (path + "/").indexOf('/')));
        }
        Folder folder = folder(FilePaths.parent(path));
        byte[] name = name(path);
        int place = folder.find(name);
        if (place < 0) {
            folder.add(name, number, this.layer);
            return;
        }
        int old = folder.inode(place);
        markDeleted(folder, place);
        folder.replace(place, number, this.layer);
        release(old, path, this.inodes.get(number));
        if (!this.inodes.get(number).isDirectory()) {
            removeBelow(path);
        }
    }

    /** Removes a name and its descendants. */
    void remove(String path) {
        Folder folder = existing(FilePaths.parent(path));
        int place = folder.find(name(path));
        if (place >= 0) {
            int number = folder.inode(place);
            markDeleted(folder, place);
            folder.remove(place);
            release(number, path, null);
            removeBelow(path);
        }
    }

    /**
     * Removes the descendants of a folder.
     *
     * @param spared a name in the folder that stays with its descendants, or {@code null}
     */
    void removeBelow(String path, @Nullable String spared) {
        if (spared == null) {
            removeBelow(path);
            return;
        }
        Folder folder = existing(path);
        for (int place : folder.places()) {
            this.deadline.step();
            String child = path(folder, place);
            if (!FilePaths.name(child).equals(spared)) {
                remove(child);
            }
        }
    }

    private void removeBelow(String path) {
        Deque<String> ahead = new ArrayDeque<>();
        ahead.add(path);
        while (!ahead.isEmpty()) {
            Folder folder = this.folders.remove(ahead.pop());
            if (folder != null) {
                this.askedFolder = null;
                removeAll(folder, ahead);
            }
        }
    }

    private void removeAll(Folder folder, Deque<String> ahead) {
        for (int place : folder.places()) {
            this.deadline.step();
            String path = path(folder, place);
            if (this.inodes.get(folder.inode(place)).isDirectory()) {
                ahead.push(path);
            }
            markDeleted(folder, place);
            release(folder.inode(place), path, null);
        }
    }

    /** Removes leftovers of AUFS, once no link can refer to them. */
    void removeLeftovers() {
        this.leftovers.forEach(this::remove);
        this.leftovers.clear();
    }

    /** Creates missing folders of a path, and returns the path behind all links. */
    String reach(String path) {
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.askedFolder)) {
            this.reachedFolder = this.walk.to(folder);
            this.askedFolder = folder;
        }
        return FilePaths.join(this.reachedFolder, FilePaths.name(path));
    }

    /** The names as a file tree. The names are removed meanwhile, so that both are never in memory as a whole. */
    MergedLayers merged(List<WastedFile> waste) {
        DeletedNames deleted = this.deleted.build(this::isKept);
        return new TreeListing(this.texts, this.folders, this.inodes, this.deadline)
                .list(waste, deleted, this.secrets);
    }

    private boolean isKept(String path) {
        this.deadline.step(path);
        return find(path) != null;
    }

    private int number(String path) {
        Folder folder = existing(FilePaths.parent(path));
        int place = folder.find(name(path));
        return place < 0 ? -1 : folder.inode(place);
    }

    private Folder existing(String path) {
        return this.folders.getOrDefault(path, this.none);
    }

    private Folder folder(String path) {
        return this.folders.computeIfAbsent(path, key -> new Folder(key, this.texts));
    }

    private String path(Folder folder, int place) {
        return FilePaths.join(folder.path(), this.texts.get(folder.name(place)));
    }

    /** Records a name that the tree is about to remove or replace. */
    private void markDeleted(Folder folder, int place) {
        if (!this.inodes.get(folder.inode(place)).isDirectory()) {
            markDeleted(folder.path(), folder.name(place), folder.layer(place));
        }
    }

    /** Records a file of the current layer that is never visible. */
    void markDeleted(String path) {
        markDeleted(FilePaths.parent(path), this.texts.add(name(path)), this.layer);
    }

    /** The path of a folder stays in memory, and behind a link it may be much longer than that of its entry. */
    private void markDeleted(String folder, int name, int layer) {
        if (this.deleted.add(folder, name, layer)) {
            this.entries.take(EntryCost.ofText(folder));
        }
    }

    /** @param next the inode that has the name now, or {@code null} */
    private void release(int number, String path, @Nullable Inode next) {
        Gone gone = this.inodes.unlink(number, path);
        if (gone != null && gone.inode().size() > 0) {
            this.waste.accept(gone.wasted(this.layer, next));
            if (!gone.findings().secrets().isEmpty()) {
                this.secrets.add(new FileSecrets(gone.findings().secrets(), gone.path(), gone.layer(), this.layer));
            }
        }
    }

    private static byte[] name(String path) {
        return FilePaths.name(path).getBytes(StandardCharsets.UTF_8);
    }
}
