package dev.tare.inspection.ledger;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.tare.content.FilePaths;
import org.jspecify.annotations.Nullable;

/**
 * Folders that have one owner with all that is below them. The deepest folder decides. A system folder, such as {@code
 * usr}, cannot have one owner.
 *
 * @param <T> the type of owners
 */
final class FolderMap<T> {

    private static final Set<String> SYSTEM =
            Set.of("", "bin", "etc", "home", "lib", "lib64", "opt", "root", "sbin", "srv", "tmp", "usr", "usr/bin",
                    "usr/lib", "usr/lib64", "usr/local", "usr/local/bin", "usr/local/lib", "usr/sbin", "usr/share",
                    "var", "var/lib");

    private final Map<String, T> owners = new HashMap<>();

    /** The lengths of all folders, so that most parts of a path need no lookup. */
    private final BitSet lengths = new BitSet();

    /** The folder of the last lookup, because the next file is usually in the same folder. */
    private @Nullable String asked;

    private @Nullable T found;

    /** Whether a folder also has files of others, because its path is the same in all images. */
    static boolean isSystem(String folder) {
        return SYSTEM.contains(folder);
    }

    /** Adds a folder, unless it has an owner or is a system folder. */
    void add(String folder, T owner) {
        if (!isSystem(folder)) {
            this.owners.putIfAbsent(folder, owner);
            this.lengths.set(folder.length());
        }
    }

    /** The owner of the deepest folder that contains a file, or {@code null}. */
    @Nullable
    T ownerOf(String path) {
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.asked)) {
            this.asked = folder;
            this.found = find(folder);
        }
        return this.found;
    }

    private @Nullable T find(String folder) {
        for (int length = this.lengths.previousSetBit(folder.length()); length > 0;
                length = this.lengths.previousSetBit(length - 1)) {
            if (length == folder.length() || folder.charAt(length) == '/') {
                T owner = this.owners.get(folder.substring(0, length));
                if (owner != null) {
                    return owner;
                }
            }
        }
        return null;
    }
}
