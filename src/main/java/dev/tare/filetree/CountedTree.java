package dev.tare.filetree;

import java.util.stream.Stream;

import dev.tare.limits.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** A file tree while an inspection is made of it: whatever is looked at in it counts as what that may cost. */
public final class CountedTree {

    /** Enough for a million paths that go through links; an attacker's links could each lead about without end. */
    private static final long MAX_RESOLVED = 256L << 20;

    private final FileTree files;

    private final AssemblyBudget budget;

    private long resolved;

    public CountedTree(FileTree files, AssemblyBudget budget) {
        this.files = files;
        this.budget = budget;
    }

    /** All entries in the order of their paths. */
    public Stream<FileEntry> entries() {
        return this.files.entries().stream().map(this::counted);
    }

    /** All entries below a folder, in the order of their paths, without the folder itself. */
    public Stream<FileEntry> below(String folder) {
        this.budget.step(folder);
        return this.files.below(folder).stream().map(this::counted);
    }

    /** As {@link FileTree#resolve} does. */
    @Nullable
    public FileEntry resolve(String path) {
        return new PathResolver(this::passed).resolve(path);
    }

    /** The entry that {@link #resolve} gives, at the first name of its file: that is the one that was read. */
    @Nullable
    public FileEntry resolveToFirstName(String path) {
        FileEntry file = resolve(path);
        return file == null || file.sameFileAs() == null ? file : passed(file.sameFileAs());
    }

    /** What is at a path on the way to another one; every one is looked up as a whole. */
    @Nullable
    public FileEntry passed(String path) {
        this.budget.step(path);
        this.resolved += path.length();
        if (this.resolved > MAX_RESOLVED) {
            throw LimitExceededException.fixed("resolvedPaths", MAX_RESOLVED,
                    "characters of paths to look up behind its symbolic links", null);
        }
        return this.files.get(path);
    }

    /** Which of the entries the one at a path is, or -1 if there is none. */
    public int indexOf(String path) {
        this.budget.step(path);
        return this.files.indexOf(path);
    }

    /** What is counted here. */
    public FileTree files() {
        return this.files;
    }

    private FileEntry counted(FileEntry entry) {
        this.budget.step();
        return entry;
    }
}
