package dev.tare.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The files as a container of the image sees them, by path. */
public final class FileTree {

    private final List<FileEntry> entries;

    private final long visibleSize;

    private FileTree(List<FileEntry> entries) {
        this.entries = entries;
        this.visibleSize = entries.stream()
                .filter(entry -> entry.sameFileAs() == null)
                .mapToLong(FileEntry::size)
                .sum();
    }

    /** A tree of these entries, each path once. */
    public static FileTree of(Collection<FileEntry> entries) {
        List<FileEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(FileEntry::path));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
                throw new IllegalArgumentException("Path given twice: " + sorted.get(i).path());
            }
        }
        return new FileTree(List.copyOf(sorted));
    }

    /** All entries in the order of their paths. */
    public List<FileEntry> entries() {
        return this.entries;
    }

    /** The entry at a path without leading slash, or {@code null}; symbolic links are not followed. */
    public @Nullable FileEntry get(String path) {
        int index = indexOf(path);
        return index < 0 ? null : this.entries.get(index);
    }

    /**
     * The entry that a process would get at a path, or {@code null}; symbolic links are followed everywhere in it, and
     * one that leads nowhere or in a circle leads to {@code null}.
     */
    public @Nullable FileEntry resolve(String path) {
        return new PathResolver(this::get).resolve(path);
    }

    /** All entries below a folder, in the order of their paths, without the folder itself. */
    public List<FileEntry> below(String folder) {
        return folder.isEmpty() ? this.entries : this.entries.subList(placeOf(folder + "/"), placeOf(folder + "0"));
    }

    /** How many paths there are. */
    public int size() {
        return this.entries.size();
    }

    /** How many regular files there are. */
    public long fileCount() {
        return this.entries.stream().filter(FileEntry::isFile).count();
    }

    /** The bytes of all files, hard-linked content counted once. */
    public long visibleSize() {
        return this.visibleSize;
    }

    /** Which of the entries the one at a path is, or -1 if there is none. */
    int indexOf(String path) {
        int index = placeOf(path);
        return index < this.entries.size() && this.entries.get(index).path().equals(path) ? index : -1;
    }

    /** Where the path is, or would be. */
    private int placeOf(String path) {
        int low = 0;
        int high = this.entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (this.entries.get(middle).path().compareTo(path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
