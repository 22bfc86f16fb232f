package dev.tare.filetree;

import java.util.stream.Stream;

import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/** A file tree whose lookups are limited in time and number while an inspection reads it. */
public final class CountedTree {

    private final FileTree files;

    private final Deadline deadline;

    private final Budget resolved = new Budget(Limit.RESOLVED_PATHS);

    public CountedTree(FileTree files, Deadline deadline) {
        this.files = files;
        this.deadline = deadline;
    }

    /** All entries in the order of their paths. */
    public Stream<FileEntry> entries() {
        return this.files.entries().stream().map(this::counted);
    }

    /** All entries below a folder, in the order of their paths, without the folder itself. */
    public Stream<FileEntry> below(String folder) {
        this.deadline.step(folder);
        return this.files.below(folder).stream().map(this::counted);
    }

    /** Resolves a path like {@link FileTree#resolve}. */
    @Nullable
    public FileEntry resolve(String path) {
        return new PathResolver(this::passed).resolve(path);
    }

    /**
     * The entry that {@link #resolve} finds, at the first name of its file. Collectors read the file under that name.
     */
    @Nullable
    public FileEntry resolveToFirstName(String path) {
        FileEntry file = resolve(path);
        return file == null || file.sameFileAs() == null ? file : passed(file.sameFileAs());
    }

    /** The entry at a path on the way to another path, or {@code null}. Every path is looked up as a whole. */
    @Nullable
    public FileEntry passed(String path) {
        this.deadline.step(path);
        this.resolved.take(path.length());
        return this.files.get(path);
    }

    /** The index of the entry at a path, or -1 if the tree has no such path. */
    public int indexOf(String path) {
        this.deadline.step(path);
        return this.files.indexOf(path);
    }

    /** The file tree itself, whose lookups are not limited. */
    public FileTree files() {
        return this.files;
    }

    private FileEntry counted(FileEntry entry) {
        this.deadline.step();
        return entry;
    }
}
