package dev.tare.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

import dev.tare.archive.EntryType;
import org.jspecify.annotations.Nullable;

/** Follows symbolic links as the kernel does, the image's root being the root. */
final class PathResolver {

    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private final Function<String, @Nullable FileEntry> entries;

    private final Deque<String> ahead = new ArrayDeque<>();

    private int links;

    PathResolver(Function<String, @Nullable FileEntry> entries) {
        this.entries = entries;
    }

    @Nullable
    FileEntry resolve(String path) {
        push(path);
        String current = "";
        FileEntry entry = null;
        while (!this.ahead.isEmpty()) {
            String next = step(current, this.ahead.pop());
            entry = this.entries.apply(next);
            if (entry != null && entry.type() == EntryType.SYMBOLIC_LINK) {
                String target = entry.linkTarget();
                if (target == null || ++this.links > MAX_LINKS) {
                    return null;
                }
                push(target);
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

    private static String step(String current, String name) {
        return switch (name) {
            case "." -> current;
            case ".." -> FilePaths.parent(current);
            default -> FilePaths.join(current, name);
        };
    }

    private void push(String path) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].isEmpty()) {
                this.ahead.push(names[i]);
            }
        }
    }
}
