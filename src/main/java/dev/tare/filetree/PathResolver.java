package dev.tare.filetree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import org.jspecify.annotations.Nullable;

/** Follows symbolic links like the kernel, with the image's root as the root. */
public final class PathResolver {

    /** The limit of Linux. */
    public static final int MAX_LINKS = 40;

    /** More names than any valid path has. A hostile path could have many thousands. */
    private static final int MAX_STEPS = 500;

    private final Function<String, @Nullable FileEntry> entries;

    private final Deque<String> ahead = new ArrayDeque<>();

    private int links;

    public PathResolver(Function<String, @Nullable FileEntry> entries) {
        this.entries = entries;
    }

    @Nullable
    public FileEntry resolve(String path) {
        FilePaths.pushNames(path, this.ahead);
        String current = "";
        FileEntry entry = null;
        for (int steps = 0; !this.ahead.isEmpty(); steps++) {
            if (steps > MAX_STEPS) {
                return null;
            }
            String next = FilePaths.step(current, this.ahead.pop());
            entry = this.entries.apply(next);
            if (entry != null && entry.type() == EntryType.SYMBOLIC_LINK) {
                String target = entry.linkTarget();
                if (target == null || ++this.links > MAX_LINKS) {
                    return null;
                }
                FilePaths.pushNames(target, this.ahead);
                current = target.startsWith("/") ? "" : FilePaths.parent(next);
                entry = this.entries.apply(current);
            } else if (isDeadEnd(next, entry)) {
                return null;
            } else {
                current = next;
            }
        }
        return entry;
    }

    private boolean isDeadEnd(String path, @Nullable FileEntry entry) {
        return !path.isEmpty() && (entry == null || (!this.ahead.isEmpty() && !entry.isDirectory()));
    }
}
