package dev.tare.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The entries of a layer in the order of its tar, kept small. */
final class ScannedEntries implements Iterable<ScannedEntry> {

    private final Texts texts = new Texts();

    private final IntList paths = new IntList();

    private final List<Inode> inodes = new ArrayList<>();

    private final Map<Integer, ContentFindings> findings = new HashMap<>();

    void add(String path, Inode inode, ContentFindings found) {
        if (!found.isEmpty()) {
            this.findings.put(size(), found);
        }
        this.paths.add(this.texts.add(path.getBytes(StandardCharsets.UTF_8)));
        this.inodes.add(inode);
    }

    ScannedEntry get(int index) {
        return new ScannedEntry(path(index), this.inodes.get(index),
                this.findings.getOrDefault(index, ContentFindings.NONE));
    }

    String path(int index) {
        return this.texts.get(this.paths.get(index));
    }

    int size() {
        return this.inodes.size();
    }

    /** Whether a symbolic link is at one of these paths. */
    boolean anyLinkIn(Set<String> paths) {
        return IntStream.range(0, size())
                .anyMatch(index -> this.inodes.get(index).symbolicLinkTarget() != null && paths.contains(path(index)));
    }

    /** The bytes of all files. */
    long uncompressedSize() {
        return this.inodes.stream().mapToLong(Inode::size).sum();
    }

    Stream<ScannedEntry> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    @Override
    public Iterator<ScannedEntry> iterator() {
        return stream().iterator();
    }
}
