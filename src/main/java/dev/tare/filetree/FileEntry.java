package dev.tare.filetree;

import java.time.Instant;

import dev.tare.archive.tar.DeviceNumber;
import dev.tare.archive.tar.EntryType;
import dev.tare.content.NativeCode;
import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * One path of the merged file tree. All names of a hard-linked file have the same size and content.
 *
 * @param path       without a leading slash
 * @param type       never {@link EntryType#HARD_LINK}
 * @param size       of the content in bytes; 0 for everything but files
 * @param mode       permission bits with setuid, setgid and sticky
 * @param linkTarget of a symbolic link, as written
 * @param content    digest of a file's content; {@code null} for everything but files
 * @param sameFileAs the name that counts the bytes, if this is a further name of a hard-linked file; otherwise
 *                   {@code null}
 * @param layer      index of the layer that added it
 * @param extended   its extended attributes, with file capabilities
 * @param device     the device of a device file; {@code null} for everything else
 */
public record FileEntry(String path, EntryType type, long size, int mode, long uid, long gid, Instant modified,
        @Nullable String linkTarget, @Nullable Digest content, @Nullable String sameFileAs, int layer,
        ExtendedAttributes extended, @Nullable DeviceNumber device) {

    private static final int SETUID = 04000;

    private static final int SETGID = 02000;

    private static final int STICKY = 01000;

    private static final int OTHERS_WRITE = 0002;

    /** An entry that has no extended attributes and is not a device. */
    public FileEntry(String path, EntryType type, long size, int mode, long uid, long gid, Instant modified,
            @Nullable String linkTarget, @Nullable Digest content, @Nullable String sameFileAs, int layer) {
        this(path, type, size, mode, uid, gid, modified, linkTarget, content, sameFileAs, layer,
                ExtendedAttributes.NONE, null);
    }

    /** Whether this is a regular file. */
    public boolean isFile() {
        return this.type == EntryType.FILE;
    }

    /** Whether this is a folder. */
    public boolean isDirectory() {
        return this.type == EntryType.DIRECTORY;
    }

    /** Whether this is a file that any user may execute. */
    public boolean isExecutable() {
        return isFile() && NativeCode.isExecutable(this.mode);
    }

    /** Whether this is a file with the name of a shared library: {@code *.so} or {@code *.so.N}. */
    public boolean isSharedLibrary() {
        return isFile() && NativeCode.isSharedLibrary(this.path);
    }

    /** Whether this is a file that runs with the rights of its owner. */
    public boolean isSetuid() {
        return isFile() && (this.mode & SETUID) != 0;
    }

    /** Whether this is a file that runs with the rights of its group. */
    public boolean isSetgid() {
        return isFile() && (this.mode & SETGID) != 0;
    }

    /** Whether this is a file that runs with rights of root for any user. */
    public boolean hasCapabilities() {
        return isFile() && this.extended.capabilities() != null;
    }

    /** Whether all users may write here, and no sticky bit protects the files of others. */
    public boolean isWorldWritable() {
        return switch (this.type) {
            case FILE -> (this.mode & OTHERS_WRITE) != 0;
            case DIRECTORY -> (this.mode & OTHERS_WRITE) != 0 && (this.mode & STICKY) == 0;
            default -> false;
        };
    }

    /** The last segment of the path. */
    public String fileName() {
        return this.path.substring(this.path.lastIndexOf('/') + 1);
    }
}
