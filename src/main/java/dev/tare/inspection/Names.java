package dev.tare.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.tare.archive.EntryType;
import dev.tare.archive.LimitExceededException;
import dev.tare.archive.Limits;
import dev.tare.archive.TarEntry;
import dev.tare.inspection.MergedLayers.Found;
import org.jspecify.annotations.Nullable;

/** The names of a file tree while layers are put on top of each other. */
final class Names {

    private static final int IMPLIED_MODE = 0755;

    private final NavigableMap<String, Name> names = new TreeMap<>();

    private int layer;

    private Consumer<WastedFile> waste = wasted -> {
    };

    private @Nullable String reachedFolder;

    private long impliedSize;

    /** What a name stands for, and the layer that brought the name. */
    private record Name(Inode inode, int layer) {}

    /** From now on, changes are those of this layer. */
    void beginLayer(int layer, Consumer<WastedFile> waste) {
        this.layer = layer;
        this.waste = waste;
        this.reachedFolder = null;
    }

    @Nullable
    Inode find(String path) {
        Name name = this.names.get(path);
        return name == null ? null : name.inode();
    }

    /** Puts a name, in place of whatever has it; only a folder over a folder keeps what is below. */
    void put(String path, Inode inode) {
        inode.addName();
        Name old = this.names.put(path, new Name(inode, this.layer));
        if (old != null) {
            release(old);
        }
        if (old != null && !(inode.isDirectory() && old.inode().isDirectory())) {
            removeBelow(path);
        }
    }

    /** Removes a name and all that is below it. */
    void remove(String path) {
        Name name = this.names.remove(path);
        if (name != null) {
            release(name);
            removeBelow(path);
        }
    }

    /** Removes all that is below a folder. */
    void removeBelow(String folder) {
        NavigableMap<String, Name> below = folder.isEmpty() ? this.names
                : this.names.subMap(folder + "/", false, folder + "0", false);
        below.values().forEach(this::release);
        below.clear();
        this.reachedFolder = null;
    }

    /** Makes sure that a path has its folders; what is none gives way to one. */
    String reach(String path) {
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.reachedFolder)) {
            for (int end = folder.indexOf('/'); end > 0; end = folder.indexOf('/', end + 1)) {
                makeFolder(folder.substring(0, end));
            }
            makeFolder(folder);
            this.reachedFolder = folder;
        }
        return path;
    }

    MergedLayers merged(List<WastedFile> waste) {
        List<FileEntry> entries = new ArrayList<>(this.names.size());
        List<Found> findings = new ArrayList<>();
        this.names.forEach((path, name) -> {
            FileEntry entry = name.inode().toEntry(path, name.layer());
            entries.add(entry);
            Finding finding = name.inode().finding();
            if (finding != null && entry.sameFileAs() == null) {
                findings.add(new Found(entry, finding));
            }
        });
        return new MergedLayers(FileTree.of(entries), findings, waste);
    }

    private void makeFolder(String path) {
        if (path.isEmpty()) {
            return;
        }
        Inode inode = find(path);
        if (inode == null || !inode.isDirectory()) {
            put(path, impliedFolder(path));
        }
    }

    private Inode impliedFolder(String path) {
        this.impliedSize += path.length();
        if (this.impliedSize > Limits.NAMES_SIZE) {
            throw new LimitExceededException("namesSize", Limits.NAMES_SIZE, "bytes of implied folders' names", null);
        }
        return new Inode(new ScannedEntry(new TarEntry(path, EntryType.DIRECTORY, 0, IMPLIED_MODE, 0, 0, Instant.EPOCH,
                null, Map.of()), null, null), this.layer);
    }

    private void release(Name name) {
        Inode inode = name.inode();
        if (inode.removeName() && inode.size() > 0) {
            this.waste.accept(inode.wasted(this.layer));
        }
    }
}
