package dev.tare.ecosystem;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The package of each file, from the lists of packages of operating systems or of conda. A number for each path takes
 * little memory beside the tree. The first package that lists a path owns it.
 */
public final class FileOwners {

    /** No package database lists any file. */
    public static final FileOwners UNKNOWN = new FileOwners(FileTree.of(List.of()), List.of(), new int[0], Set.of());

    private static final int NOBODY = 0;

    /** The memory of a path besides its characters, in bytes. */
    private static final int GONE = 104;

    private final FileTree files;

    private final List<String> packages;

    private final int[] owners;

    private final Set<String> gone;

    /**
     * @param packages with known files
     * @param owners   for each entry of the tree in order: one more than the index of its package, or 0
     * @param gone     requested paths that packages list and the tree does not have
     */
    FileOwners(FileTree files, List<String> packages, int[] owners, Set<String> gone) {
        this.files = files;
        this.packages = List.copyOf(packages);
        this.owners = owners;
        this.gone = Set.copyOf(gone);
    }

    /**
     * Finds the owner of each file.
     *
     * @param owned the first one that lists a file owns it
     * @param asked paths whose owner is needed even if the tree does not have them
     */
    public static FileOwners find(CountedTree files, List<OwnedFiles> owned, Set<String> asked) {
        return OwnerFinder.find(files, owned, asked);
    }

    /** Whether any package database lists files. If not, a missing owner means nothing. */
    public boolean isKnown() {
        return !this.packages.isEmpty();
    }

    /** The name of the package that lists a path without a leading slash, or {@code null}. */
    public @Nullable String ownerOf(String path) {
        int index = isKnown() ? this.files.indexOf(path) : -1;
        return index < 0 || this.owners[index] == NOBODY ? null : this.packages.get(this.owners[index] - 1);
    }

    /**
     * The name of the package that lists an entry of a tree, or {@code null}. It takes no search in the tree in which the
     * owners were found.
     */
    public @Nullable String ownerOf(FileTree tree, int index) {
        if (tree != this.files) {
            return isKnown() ? ownerOf(tree.entries().get(index).path()) : null;
        }
        return this.owners[index] == NOBODY ? null : this.packages.get(this.owners[index] - 1);
    }

    /** Whether a package lists a path. Paths of deleted files count only if they were requested. */
    public boolean lists(String path) {
        return this.gone.contains(path) || ownerOf(path) != null;
    }

    /** The regular files that no package lists, hard-linked ones once; empty without a package database. */
    public Stream<FileEntry> unowned() {
        return IntStream.range(0, this.owners.length)
                .filter(index -> this.owners[index] == NOBODY)
                .mapToObj(this.files.entries()::get)
                .filter(file -> file.isFile() && file.sameFileAs() == null);
    }

    /** The approximate heap size in bytes. */
    public long heapSize() {
        return (long) Integer.BYTES * this.owners.length
                + this.gone.stream().mapToLong(path -> GONE + (long) Character.BYTES * path.length()).sum();
    }
}
