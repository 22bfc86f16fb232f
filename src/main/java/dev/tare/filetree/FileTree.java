package dev.tare.filetree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.content.FilePaths;
import org.jspecify.annotations.Nullable;

/** The files that a container of the image sees, by path. Entries are created on request. */
public final class FileTree {

    /** The order of paths: by code points, which is also the order of their bytes in UTF-8. */
    public static final Comparator<String> ORDER = new PathOrder();

    private final FileTable table;

    private final List<FileEntry> entries;

    private FileTree(FileTable table) {
        this.table = table;
        this.entries = Collections.unmodifiableList(table);
    }

    /** A tree of these entries, each path once. */
    public static FileTree of(Collection<FileEntry> entries) {
        List<FileEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(FileEntry::path, ORDER));
        StringPool names = new StringPool();
        Builder tree = new Builder(names);
        String path = null;
        for (FileEntry entry : sorted) {
            if (entry.path().equals(path)) {
                throw new IllegalArgumentException("Path given twice: " + path);
            }
            path = entry.path();
            tree.add(FilePaths.parent(path), names.add(FilePaths.name(path).getBytes(StandardCharsets.UTF_8)),
                    Inode.from(entry), entry.layer(), entry.sameFileAs());
        }
        return tree.build();
    }

    /** All entries in the order of their paths. */
    public List<FileEntry> entries() {
        return this.entries;
    }

    /** The entry at a path without a leading slash, or {@code null}. Symbolic links are not followed. */
    public @Nullable FileEntry get(String path) {
        int index = indexOf(path);
        return index < 0 ? null : this.table.get(index);
    }

    /**
     * The entry that a process would open at a path, or {@code null}. Symbolic links are followed everywhere in the
     * path. A broken or circular link leads to {@code null}.
     */
    public @Nullable FileEntry resolve(String path) {
        return new PathResolver(this::get).resolve(path);
    }

    /** All entries below a folder, in the order of their paths, without the folder itself. */
    public List<FileEntry> below(String folder) {
        return folder.isEmpty() ? this.entries : this.entries.subList(placeOf(folder + "/"), placeOf(folder + "0"));
    }

    /** The number of paths. */
    public int size() {
        return this.table.size();
    }

    /** The number of regular files. */
    public long fileCount() {
        return this.table.fileCount();
    }

    /** The bytes of all files. Hard-linked content counts once. */
    public long visibleSize() {
        return this.table.visibleSize();
    }

    FileTable table() {
        return this.table;
    }

    /** The indices of the further names of hard-linked files, in the order of their paths. */
    public IntStream furtherNames() {
        return this.table.furtherNames();
    }

    /** The path of an entry, without a leading slash. */
    public String path(int index) {
        return this.table.path(index);
    }

    /** The index of the layer that added an entry. */
    public int layer(int index) {
        return this.table.layer(index);
    }

    /** The inode of an entry. */
    public Inode inode(int index) {
        return this.table.inode(index);
    }

    /** Whether an entry is a file with content, and its name counts the bytes. */
    public boolean holdsBytes(int index) {
        return this.table.inode(index).size() > 0 && !this.table.isOtherName(index);
    }

    /** The approximate heap size in bytes. */
    public long heapSize() {
        return this.table.heapSize();
    }

    /** The index of the entry at a path, or -1 if the tree has no such path. */
    public int indexOf(String path) {
        int index = placeOf(path);
        return index < size() && this.table.path(index).equals(path) ? index : -1;
    }

    /** The index of the path, or of its place if it does not exist. */
    private int placeOf(String path) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(this.table.path(middle), path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Builds a file tree from its paths in order. */
    public static final class Builder {

        private final FileTable table;

        /** @param texts the pool with the names */
        public Builder(StringPool texts) {
            this.table = new FileTable(texts);
        }

        /**
         * Adds the next path.
         *
         * @param folder     the path of its folder; the same instance for one folder if others come between
         * @param name       the number of the path's last segment among the strings
         * @param layer      the index of the layer that added it
         * @param sameFileAs see {@link FileEntry#sameFileAs()}
         */
        public void add(String folder, int name, Inode inode, int layer, @Nullable String sameFileAs) {
            this.table.add(folder, name, inode, layer, sameFileAs);
        }

        /** The entry added last. */
        public FileEntry last() {
            return this.table.get(this.table.size() - 1);
        }

        /** The tree of all paths. Nothing can be added afterwards. */
        public FileTree build() {
            this.table.trim();
            return new FileTree(this.table);
        }
    }

    /** Compares characters so that surrogate pairs come after all others. */
    private static final class PathOrder implements Comparator<String> {

        @Override
        public int compare(String one, String other) {
            int shorter = Math.min(one.length(), other.length());
            for (int i = 0; i < shorter; i++) {
                if (one.charAt(i) != other.charAt(i)) {
                    return rank(one.charAt(i)) - rank(other.charAt(i));
                }
            }
            return one.length() - other.length();
        }

        /** Characters of two UTF-16 units come after all characters of one. */
        private static int rank(char character) {
            return Character.isSurrogate(character) ? character + Character.MAX_VALUE : character;
        }
    }
}
