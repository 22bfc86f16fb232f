package dev.tare.inspection;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.toMap;

/** The files as a container of the image sees them, by path. */
public final class FileTree {

    private final SortedMap<String, FileEntry> entries;

    private FileTree(SortedMap<String, FileEntry> entries) {
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /** A tree of these entries, each path once. */
    public static FileTree of(Collection<FileEntry> entries) {
        return new FileTree(entries.stream().collect(toMap(FileEntry::path, entry -> entry, (first, second) -> {
            throw new IllegalArgumentException("Path given twice: " + first.path());
        }, TreeMap::new)));
    }

    /** All entries in the order of their paths. */
    public Collection<FileEntry> entries() {
        return this.entries.values();
    }

    /** The entry at a path without leading slash, or {@code null}; symbolic links are not followed. */
    public @Nullable FileEntry get(String path) {
        return this.entries.get(path);
    }

    /** How many paths there are. */
    public int size() {
        return this.entries.size();
    }

    /** How many regular files there are. */
    public long fileCount() {
        return entries().stream().filter(FileEntry::isFile).count();
    }

    /** The bytes of all files, hard-linked content counted once. */
    public long visibleSize() {
        return entries().stream().filter(entry -> entry.sameFileAs() == null).mapToLong(FileEntry::size).sum();
    }
}
