package dev.tare.filetree.layer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.filetree.Inode;
import dev.tare.filetree.IntList;
import dev.tare.filetree.StringPool;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a layer in the order of its tar, in little memory. Consecutive entries share the path of their folder.
 */
public final class ScannedEntries implements Iterable<ScannedEntries.Entry> {

    private final StringPool texts;

    private final IntList folders;

    private final IntList names;

    private final List<Inode> inodes;

    private final Map<Integer, ContentFindings> findings;

    private final boolean rooted;

    private @Nullable String lastFolder;

    ScannedEntries() {
        this.texts = new StringPool();
        this.folders = new IntList();
        this.names = new IntList();
        this.inodes = new ArrayList<>();
        this.findings = new HashMap<>();
        this.rooted = false;
    }

    private ScannedEntries(ScannedEntries entries) {
        this.texts = entries.texts;
        this.folders = entries.folders;
        this.names = entries.names;
        this.inodes = entries.inodes;
        this.findings = entries.findings;
        this.rooted = true;
    }

    /** A view of these entries with the paths of {@link WindowsLayers}. */
    ScannedEntries rooted() {
        return new ScannedEntries(this);
    }

    void add(String path, Inode inode, ContentFindings found) {
        if (!found.isEmpty()) {
            this.findings.put(size(), found);
        }
        String folder = FilePaths.parent(path);
        this.folders.add(folder.equals(this.lastFolder) ? this.folders.getLast() : text(folder));
        this.names.add(text(FilePaths.name(path)));
        this.lastFolder = folder;
        this.inodes.add(inode);
    }

    /**
     * Adds an entry by the bytes of its path.
     *
     * @param folder {@code null} if it is the folder of the entry before
     */
    void add(byte @Nullable [] folder, byte[] name, Inode inode, ContentFindings found) {
        if (!found.isEmpty()) {
            this.findings.put(size(), found);
        }
        this.folders.add(folder == null ? this.folders.getLast() : this.texts.add(folder));
        this.names.add(this.texts.add(name));
        this.inodes.add(inode);
    }

    /** The bytes of the folder of an entry, or {@code null} if it is the folder of the entry before. */
    byte @Nullable [] folderUnlessSame(int index) {
        int folder = this.folders.get(index);
        return index > 0 && folder == this.folders.get(index - 1) ? null : this.texts.bytes(folder);
    }

    byte[] name(int index) {
        return this.texts.bytes(this.names.get(index));
    }

    private int text(String text) {
        return this.texts.add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Entry get(int index) {
        return new Entry(path(index), this.rooted ? rooted(this.inodes.get(index)) : this.inodes.get(index),
                this.findings.getOrDefault(index, ContentFindings.NONE));
    }

    public String path(int index) {
        String path = FilePaths.join(this.texts.get(this.folders.get(index)), this.texts.get(this.names.get(index)));
        return this.rooted ? WindowsLayers.rooted(path, this.inodes.get(index)) : path;
    }

    private static Inode rooted(Inode inode) {
        String target = inode.target();
        return inode.type() == EntryType.HARD_LINK && target != null ? inode.withTarget(WindowsLayers.rooted(target))
                : inode;
    }

    public int size() {
        return this.inodes.size();
    }

    /** Whether any of these paths is a symbolic link. */
    public boolean anyLinkIn(Set<String> paths) {
        return IntStream.range(0, size())
                .anyMatch(index -> this.inodes.get(index).symbolicLinkTarget() != null && paths.contains(path(index)));
    }

    /** The bytes of all files. */
    long uncompressedSize() {
        return this.inodes.stream().mapToLong(Inode::size).sum();
    }

    /** The findings of the files that have any, in no order. */
    public Stream<ContentFindings> findings() {
        return this.findings.values().stream();
    }

    public Stream<Entry> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    @Override
    public Iterator<Entry> iterator() {
        return stream().iterator();
    }

    /** A tar entry that adds something to the file tree. */
    public record Entry(String path, Inode inode, ContentFindings findings) {}
}
