package dev.tare.inspection;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.tare.archive.EntryType;
import dev.tare.archive.LimitExceededException;

/**
 * Walks to the folder that an entry goes to. Engines unpack each layer alone, so they follow the symbolic links that the
 * layer itself brought, and where a lower layer has something else than a folder, a folder takes its place. Folders that
 * no entry names are made; where a lower layer has them, they keep its attributes.
 */
final class FolderWalk {

    private static final Inode IMPLIED = new Inode(
            new Attributes(EntryType.DIRECTORY, 0755, 0, 0, ExtendedAttributes.NONE, null), 0, 0, 0, null, null);

    /** Enough for each of a million files to be written through a link; an attacker would have them without end. */
    private static final long MAX_LINK_STEPS = 2_000_000;

    /** Every folder on the way is looked up by its whole path, so that a deep one costs the square of its depth. */
    private static final long MAX_WALKED = 512L << 20;

    /** One deep path implies as many folders as it has names, which is far more than the tar itself has. */
    private static final long MAX_IMPLIED_SIZE = 64L << 20;

    private final Names names;

    private final Deque<String> ahead = new ArrayDeque<>();

    private String layerName = "";

    private long impliedSize;

    private long linkSteps;

    private long walked;

    FolderWalk(Names names) {
        this.names = names;
    }

    /** From now on, entries are those of this layer. */
    void beginLayer(String layerName) {
        this.layerName = layerName;
    }

    /** Where the folder really is. */
    String to(String folder) {
        Inode there = this.names.find(folder);
        return there != null && there.isDirectory() ? folder : walk(folder);
    }

    private String walk(String folder) {
        FilePaths.pushNames(folder, this.ahead);
        String reached = "";
        for (int links = 0; !this.ahead.isEmpty();) {
            String next = FilePaths.step(reached, this.ahead.pop());
            count(next);
            Inode inode = this.names.find(next);
            String target = inode != null && this.names.isNew(next) ? inode.symbolicLinkTarget() : null;
            if (target == null) {
                enter(next, folder);
                reached = next;
            } else if (++links > PathResolver.MAX_LINKS) {
                throw InvalidLayerException.linkLoop(this.layerName, folder);
            } else {
                follow(target);
                reached = target.startsWith("/") ? "" : reached;
            }
        }
        return reached;
    }

    private void count(String path) {
        this.walked += path.length();
        if (this.walked > MAX_WALKED) {
            throw LimitExceededException.fixed("walkedPaths", MAX_WALKED, "characters of paths to look up on the way to"
                    + " its entries", this.layerName);
        }
    }

    private void follow(String target) {
        FilePaths.pushNames(target, this.ahead);
        this.linkSteps += this.ahead.size();
        if (this.linkSteps > MAX_LINK_STEPS) {
            throw LimitExceededException.fixed("linkSteps", MAX_LINK_STEPS, "folders to pass behind symbolic links",
                    this.layerName);
        }
    }

    private void enter(String path, String folder) {
        Inode inode = this.names.find(path);
        if (path.isEmpty() || (inode != null && inode.isDirectory())) {
            return;
        }
        if (this.names.isNew(path)) {
            throw InvalidLayerException.notAFolder(this.layerName, folder, path);
        }
        this.names.put(path, implied(path), ContentFindings.NONE);
    }

    private Inode implied(String path) {
        this.impliedSize += path.length();
        if (this.impliedSize > MAX_IMPLIED_SIZE) {
            throw LimitExceededException.fixed("impliedFolders", MAX_IMPLIED_SIZE, "bytes of names of implied folders",
                    this.layerName);
        }
        return IMPLIED;
    }
}
