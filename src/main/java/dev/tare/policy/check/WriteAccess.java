package dev.tare.policy.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * The files that a user can write or replace. To replace a file, a user only needs write access to a folder above it,
 * because that is enough to rename the entries of the folder.
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

    /** An owner can write a file, because an owner can change the mode. */
    private boolean canWrite(FileEntry file) {
        return owns(file) || (file.mode() & (isInGroup(file.gid()) ? GROUP_WRITE : OTHERS_WRITE)) != 0;
    }

    /** In a folder with the sticky bit, only the owners of the folder and of the entry can rename the entry. */
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

    /** A folder without an entry in any layer belongs to root. */
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

    /** @param sticky whether the user can only rename its own entries in the folder */
    private record Folder(boolean writable, boolean sticky, boolean replaceable) {

        boolean isOpen() {
            return this.replaceable || (this.writable && !this.sticky);
        }
    }
}
