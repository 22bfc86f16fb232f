package dev.tare.ecosystem;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Which package of the operating system each file came with, as the package databases list them: one number for each
 * path, so that it costs little beside the tree. A path that several packages list is the first one's.
 */
public final class FileOwners {

    /** No package database lists any file. */
    public static final FileOwners UNKNOWN = new FileOwners(FileTree.of(List.of()), List.of(), new int[0], Set.of());

    private static final int NOBODY = 0;

    /** Bytes that a path takes besides its characters. */
    private static final int GONE = 104;

    private final FileTree files;

    private final List<String> packages;

    private final int[] owners;

    private final Set<String> gone;

    /**
     * @param packages whose files are known
     * @param owners   of each entry of the tree in its order: one more than the index of its package, or 0
     * @param gone     those of the asked paths that packages list and the tree does not have
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
     * @param asked paths whose owner is wanted even if the tree does not have them
     */
    public static FileOwners find(CountedTree files, List<OwnedFiles> owned, Set<String> asked) {
        return OwnerFinder.find(files, owned, asked);
    }

    /** Packages by the paths of their files. */
    public static FileOwners of(FileTree files, Map<String, String> packages) {
        List<String> names = packages.values().stream().distinct().toList();
        int[] owners = new int[files.size()];
        packages.forEach((path, name) -> owners[files.indexOf(path)] = names.indexOf(name) + 1);
        return new FileOwners(files, names, owners, Set.of());
    }

    /** Whether any package database lists files; without one, a file of no package means nothing. */
    public boolean isKnown() {
        return !this.packages.isEmpty();
    }

    /** The name of the package that lists a path without leading slash, or {@code null} if none does. */
    public @Nullable String ownerOf(String path) {
        int index = isKnown() ? this.files.indexOf(path) : -1;
        return index < 0 || this.owners[index] == NOBODY ? null : this.packages.get(this.owners[index] - 1);
    }

    /** Whether a package lists a path, be it that of a file which only a lower layer has and that was asked for. */
    public boolean lists(String path) {
        return this.gone.contains(path) || ownerOf(path) != null;
    }

    /** The regular files that no package lists, hard-linked ones once; empty if nothing is known. */
    public Stream<FileEntry> unowned() {
        return IntStream.range(0, this.owners.length)
                .filter(index -> this.owners[index] == NOBODY)
                .mapToObj(this.files.entries()::get)
                .filter(file -> file.isFile() && file.sameFileAs() == null);
    }

    /** About how many bytes of heap it takes. */
    public long heapSize() {
        return (long) Integer.BYTES * this.owners.length
                + this.gone.stream().mapToLong(path -> GONE + (long) Character.BYTES * path.length()).sum();
    }
}
