package dev.tare.comparison.file;

import java.util.Collections;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * A path that differs in two images.
 *
 * @param change  never {@link Change#UNMODIFIED}
 * @param aspects in the order of their declaration; empty if it was added or removed
 * @param from    {@code null} if added
 * @param to      {@code null} if removed
 */
public record FileChange(String path, Change change, Set<Aspect> aspects, @Nullable FileEntry from,
        @Nullable FileEntry to) {

    public FileChange {
        aspects = Collections.unmodifiableSet(aspects);
    }

    /** The bytes that were added, removed or replaced. Large changes sort before small ones. */
    public long weight() {
        return Math.max(bytesOf(this.from), bytesOf(this.to));
    }

    static long bytesOf(@Nullable FileEntry entry) {
        return entry == null || entry.sameFileAs() != null ? 0 : entry.size();
    }
}
