package dev.tare.filetree;

import java.util.ArrayList;
import java.util.function.Predicate;

import dev.tare.content.FilePaths;

/**
 * The paths in layers that a container does not see, because a later layer deletes them. They are those of files, also empty
 * ones, of further names of hard-linked files, and of links and devices, but not of folders. A path of several layers is in the
 * list several times. A row takes little memory, because the names are in the strings of the file tree.
 */
public final class DeletedNames {

    /** No paths. */
    public static final DeletedNames NONE = new DeletedNames(new StringPool());

    /** The approximate heap size of a row without its strings. */
    private static final long ROW = 12;

    private static final long TEXT = 48;

    private final StringPool texts;

    private final ArrayList<String> folders = new ArrayList<>();

    private final IntList names = new IntList();

    private final IntList layers = new IntList();

    private long heapSize;

    private DeletedNames(StringPool texts) {
        this.texts = texts;
    }

    /** Returns whether the folder is another one than that of the row before. */
    private boolean add(String folder, int name, int layer) {
        boolean isNew = this.folders.isEmpty() || !this.folders.getLast().equals(folder);
        if (isNew) {
            this.heapSize += TEXT + (long) Character.BYTES * folder.length();
        }
        this.folders.add(isNew ? folder : this.folders.getLast());
        this.names.add(name);
        this.layers.add(layer);
        this.heapSize += ROW;
        return isNew;
    }

    /** The number of rows. */
    public int size() {
        return this.folders.size();
    }

    /** The path in a row, without a leading slash. */
    public String path(int row) {
        return FilePaths.join(this.folders.get(row), this.texts.get(this.names.get(row)));
    }

    /** The index of the layer that added the path in a row. */
    public int layer(int row) {
        return this.layers.get(row);
    }

    /** The approximate heap size in bytes, without the strings of the file tree. */
    public long heapSize() {
        return this.heapSize;
    }

    /** Collects names that were removed or replaced, while later layers may still add them again. */
    public static final class Builder {

        private final StringPool texts;

        private final DeletedNames all;

        /** @param texts the pool with the names */
        public Builder(StringPool texts) {
            this.texts = texts;
            this.all = new DeletedNames(texts);
        }

        /**
         * Adds a name.
         *
         * @param name  its number among the strings
         * @param layer the index of the layer that added it
         * @return whether the folder is another one than that of the name before, so that its path takes memory
         */
        public boolean add(String folder, int name, int layer) {
            return this.all.add(folder, name, layer);
        }

        /** The names that no layer added again. */
        public DeletedNames build(Predicate<String> isVisible) {
            DeletedNames deleted = new DeletedNames(this.texts);
            for (int row = 0; row < this.all.size(); row++) {
                if (!isVisible.test(this.all.path(row))) {
                    deleted.add(this.all.folders.get(row), this.all.names.get(row), this.all.layers.get(row));
                }
            }
            deleted.folders.trimToSize();
            deleted.names.trim();
            deleted.layers.trim();
            return deleted;
        }
    }
}
