package dev.tare.filetree;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a file tree in the order of their paths, in little memory. Neighbors share the path of their folder,
 * and an entry is created on request.
 */
final class FileTable extends AbstractList<FileEntry> implements RandomAccess {

    /** The approximate heap size of an entry without its inode and strings. */
    private static final long ROW = 16;

    private static final long OTHER_NAME = 64;

    private static final long TEXT = 48;

    private static final long ATTRIBUTES = 96;

    private final StringPool texts;

    private final ArrayList<String> folders = new ArrayList<>();

    private final IntList names = new IntList();

    private final ArrayList<Inode> inodes = new ArrayList<>();

    private final IntList layers = new IntList();

    /** For further names of hard-linked files: the name that counts the bytes. */
    private final Map<Integer, String> sameFiles = new HashMap<>();

    private long visibleSize;

    private long heapSize;

    /** @param texts the pool with the names */
    FileTable(StringPool texts) {
        this.texts = texts;
    }

    /**
     * Adds the next path.
     *
     * @param folder     the path of its folder; the same instance for one folder if others come between
     * @param name       the number of the path's last segment
     * @param sameFileAs see {@link FileEntry#sameFileAs()}
     */
    void add(String folder, int name, Inode inode, int layer, @Nullable String sameFileAs) {
        count(folder, inode);
        if (sameFileAs == null) {
            this.visibleSize += inode.size();
        } else {
            this.sameFiles.put(size(), sameFileAs);
            this.heapSize += OTHER_NAME;
        }
        this.folders.add(isEmpty() || !this.folders.getLast().equals(folder) ? folder : this.folders.getLast());
        this.names.add(name);
        this.inodes.add(inode);
        this.layers.add(layer);
    }

    /** Shared strings and attributes count again if other entries lie between. */
    private void count(String folder, Inode inode) {
        this.heapSize += ROW + Inode.HEAP_SIZE + heapSize(inode.target());
        if (isEmpty() || !this.folders.getLast().equals(folder)) {
            this.heapSize += heapSize(folder);
        }
        if (isEmpty() || !this.inodes.getLast().attributes().equals(inode.attributes())) {
            this.heapSize += ATTRIBUTES;
            inode.attributes().extended().others().forEach(name -> this.heapSize += heapSize(name));
        }
    }

    private static long heapSize(@Nullable String text) {
        return text == null ? 0 : TEXT + (long) Character.BYTES * text.length();
    }

    /** Releases unused memory. */
    void trim() {
        this.folders.trimToSize();
        this.names.trim();
        this.inodes.trimToSize();
        this.layers.trim();
    }

    @Override
    public FileEntry get(int index) {
        return this.inodes.get(index).toEntry(path(index), this.sameFiles.get(index), this.layers.get(index));
    }

    Inode inode(int index) {
        return this.inodes.get(index);
    }

    int layer(int index) {
        return this.layers.get(index);
    }

    /** Whether another name counts the bytes. */
    boolean isOtherName(int index) {
        return !this.sameFiles.isEmpty() && this.sameFiles.containsKey(index);
    }

    /** The indices of names for which another name counts the bytes. */
    IntStream furtherNames() {
        return this.sameFiles.keySet().stream().mapToInt(Integer::intValue).sorted();
    }

    String path(int index) {
        return FilePaths.join(this.folders.get(index), this.texts.get(this.names.get(index)));
    }

    /** Compares a path with one of another table in the order of {@link FileTree#ORDER}. */
    int comparePath(int index, FileTable other, int otherIndex) {
        String folder = this.folders.get(index);
        String otherFolder = other.folders.get(otherIndex);
        if (folder.equals(otherFolder)) {
            return this.texts.compare(this.names.get(index), other.texts, other.names.get(otherIndex));
        }
        boolean inEachOther = folder.startsWith(otherFolder) || otherFolder.startsWith(folder);
        return inEachOther ? FileTree.ORDER.compare(path(index), other.path(otherIndex))
                : FileTree.ORDER.compare(folder, otherFolder);
    }

    /** The bytes that an entry adds to the visible size. */
    long countedSize(int index) {
        return isOtherName(index) ? 0 : this.inodes.get(index).size();
    }

    @Override
    public int size() {
        return this.inodes.size();
    }

    /** The bytes of all files. Hard-linked content counts once. */
    long visibleSize() {
        return this.visibleSize;
    }

    /** The number of regular files. */
    long fileCount() {
        return this.inodes.stream().filter(inode -> inode.type() == EntryType.FILE).count();
    }

    /** The approximate heap size in bytes. */
    long heapSize() {
        return this.heapSize + this.texts.heapSize();
    }
}
