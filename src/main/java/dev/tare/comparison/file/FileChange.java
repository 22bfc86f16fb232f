package dev.tare.comparison.file;

import java.util.Collections;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.filetree.FileEntry;
import org.jspecify.annotations.Nullable;

/**
 * A path that is not the same in two images.
 *
 * @param change  never {@link Change#UNMODIFIED}
 * @param aspects in the order of their declaration; empty for what was added or removed
 * @param from    {@code null} if added
 * @param to      {@code null} if removed
 */
public record FileChange(String path, Change change, Set<Aspect> aspects, @Nullable FileEntry from,
        @Nullable FileEntry to) {

    public FileChange {
        aspects = Collections.unmodifiableSet(aspects);
    }

    /** The bytes that came, went or were replaced: what sorts a large change before a small one. */
    public long weight() {
        return Math.max(bytesOf(this.from), bytesOf(this.to));
    }

    static long bytesOf(@Nullable FileEntry entry) {
        return entry == null || entry.sameFileAs() != null ? 0 : entry.size();
    }
}
