package dev.tare.source.archive;

import java.util.HashMap;
import java.util.Map;

import dev.tare.archive.tar.EntryPath;
import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an archive by path. Of several entries with one path, the last one counts, as for an unpacked archive.
 */
final class EntryIndex<V> {

    private static final int MAX_LINKS = 40;

    private final String archive;

    private final Map<String, V> files = new HashMap<>();

    private final Map<String, String> links = new HashMap<>();

    EntryIndex(String archive) {
        this.archive = archive;
    }

    void putFile(String path, V value) {
        this.links.remove(path);
        this.files.put(path, value);
    }

    /** Records the entry if it is a link. */
    void putLink(TarEntry entry) {
        String target = entry.linkTarget();
        if (target != null) {
            this.files.remove(entry.path());
            this.links.put(entry.path(), entry.type() == EntryType.HARD_LINK ? "/" + target : target);
        }
    }

    @Nullable
    V find(String path) {
        return this.files.get(resolve(path));
    }

    String resolve(String path) {
        String resolved = EntryPath.normalize(this.archive, path);
        for (int followed = 0; followed < MAX_LINKS; followed++) {
            String target = this.links.get(resolved);
            if (target == null) {
                return resolved;
            }
            resolved = EntryPath.resolve(this.archive, resolved, target);
        }
        throw UnsupportedImageException.linkCycle(path);
    }
}
