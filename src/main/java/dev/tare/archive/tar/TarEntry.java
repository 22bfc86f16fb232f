package dev.tare.archive.tar;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a tar, with its extended headers applied.
 *
 * @param path       below the root, normalized: no leading or trailing slash, no {@code .} and no {@code ..} segment;
 *                   {@code ""} is the root itself
 * @param size       of the content that follows, in bytes; 0 for everything but files
 * @param mode       permission bits with setuid, setgid and sticky, as in {@code 04755}
 * @param modified   in the precision of the archive
 * @param linkTarget as written for a symbolic link, normalized like a path for a hard link; otherwise {@code null}
 * @param xattrs     extended attributes by name, such as {@code security.capability}
 * @param device     the device of a device file; {@code null} for everything else
 */
public record TarEntry(String path, EntryType type, long size, int mode, long uid, long gid, Instant modified,
        @Nullable String linkTarget, Map<String, byte[]> xattrs, @Nullable DeviceNumber device) {

    public TarEntry {
        xattrs = Map.copyOf(xattrs);
    }

    /** Whether this is a file with its own content. */
    public boolean isFile() {
        return this.type == EntryType.FILE;
    }
}
