package dev.tare.policy.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * What a user can write or put something else in the place of. The latter takes no right to the file itself: whoever
 * may write any folder on the way to it can rename what is in that folder.
 */
final class WriteAccess {

    private static final int GROUP_WRITE = 0020;

    private static final int OTHERS_WRITE = 0002;

    private static final int STICKY = 01000;

    private final FileTree files;

    private final RunUser user;

    private final Map<String, Folder> folders = new HashMap<>();

    WriteAccess(FileTree files, RunUser user) {
        this.files = files;
        this.user = user;
    }

    boolean canChange(FileEntry file) {
        return canWrite(file) || canReplace(file);
    }

    /** The owner of a file may write it, since nothing keeps him from giving himself the right. */
    private boolean canWrite(FileEntry file) {
        return owns(file) || (file.mode() & (isInGroup(file.gid()) ? GROUP_WRITE : OTHERS_WRITE)) != 0;
    }

    /** In a folder with the sticky bit only its owner, and that of what is in it, may rename. */
    private boolean canReplace(FileEntry entry) {
        if (entry.path().isEmpty()) {
            return false;
        }
        Folder folder = folder(parent(entry.path()));
        return folder.replaceable() || (folder.writable() && (!folder.sticky() || owns(entry)));
    }

    private Folder folder(String path) {
        Folder known = this.folders.get(path);
        if (known == null) {
            known = judge(this.files.get(path), path);
            this.folders.put(path, known);
        }
        return known;
    }

    /** A folder that no layer names is root's. */
    private Folder judge(@Nullable FileEntry folder, String path) {
        if (folder == null || !folder.isDirectory()) {
            return new Folder(false, false, !path.isEmpty() && folder(parent(path)).isOpen());
        }
        return new Folder(canWrite(folder), (folder.mode() & STICKY) != 0 && !owns(folder), canReplace(folder));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private boolean owns(FileEntry file) {
        return BigInteger.valueOf(file.uid()).equals(this.user.uid());
    }

    private boolean isInGroup(long gid) {
        return BigInteger.valueOf(gid).equals(this.user.gid())
                || this.user.otherGids().contains(gid);
    }

    /** @param sticky whether only what is one's own may be renamed in it */
    private record Folder(boolean writable, boolean sticky, boolean replaceable) {

        boolean isOpen() {
            return this.replaceable || (this.writable && !this.sticky);
        }
    }
}
