package dev.tare.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.archive.EntryType;
import dev.tare.archive.LimitExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Says where whiteouts really are: engines write them as they come, so that one goes through a symbolic link which its
 * own layer has before it. Hardly any layer has such, and only in one that does is anything looked up.
 */
final class WhiteoutPlaces implements LinkWalk.Way {

    /** As much as the folders may take that no entry names; these would all be such. */
    private static final long MAX_FOLDERS_SIZE = 64L << 20;

    private final LayerScan scan;

    private final LinkWalk walk = new LinkWalk(this);

    /** The targets of the links that came so far, by where they really are. */
    private final Map<String, String> links = new HashMap<>();

    private @Nullable String askedFolder;

    private String realFolder = "";

    private WhiteoutPlaces(LayerScan scan) {
        this.scan = scan;
    }

    /** The whiteouts of a layer, each with the path at which it is really. */
    static List<Whiteout> of(LayerScan scan) {
        return anyPassesLink(scan) ? new WhiteoutPlaces(scan).find() : scan.whiteouts();
    }

    private static boolean anyPassesLink(LayerScan scan) {
        Set<String> folders = scan.whiteouts().isEmpty() ? Set.of() : foldersOnTheWay(scan);
        return !folders.isEmpty() && scan.entries().anyLinkIn(folders);
    }

    private static Set<String> foldersOnTheWay(LayerScan scan) {
        Set<String> folders = new HashSet<>();
        long size = 0;
        for (Whiteout whiteout : scan.whiteouts()) {
            for (String folder = whiteout.folder(); !folder.isEmpty() && folders.add(folder);
                    folder = FilePaths.parent(folder)) {
                size += folder.length();
                if (size > MAX_FOLDERS_SIZE) {
                    throw LimitExceededException.fixed("whiteoutFolders", MAX_FOLDERS_SIZE,
                            "bytes of names of folders with whiteouts", scan.name());
                }
            }
        }
        return folders;
    }

    private List<Whiteout> find() {
        List<Whiteout> found = new ArrayList<>();
        int next = 0;
        for (Whiteout whiteout : this.scan.whiteouts()) {
            for (; next < whiteout.entriesBefore(); next++) {
                pass(this.scan.entries().get(next));
            }
            found.add(whiteout.in(real(whiteout.folder())));
        }
        return found;
    }

    /** Whatever else comes to be where a link was, is none. */
    private void pass(ScannedEntry entry) {
        String target = entry.inode().symbolicLinkTarget();
        if (target == null && this.links.isEmpty()) {
            return;
        }
        String path = FilePaths.join(real(FilePaths.parent(entry.path())), FilePaths.name(entry.path()));
        if (target != null) {
            this.links.put(path, target);
            this.askedFolder = null;
        } else if (entry.inode().type() != EntryType.HARD_LINK && this.links.remove(path) != null) {
            this.askedFolder = null;
        }
    }

    private String real(String folder) {
        if (!folder.equals(this.askedFolder)) {
            this.realFolder = this.walk.to(folder, this.scan.name());
            this.askedFolder = folder;
        }
        return this.realFolder;
    }

    @Override
    public @Nullable String linkTarget(String path) {
        return this.links.get(path);
    }

    @Override
    public void enter(String path, String folder) {
        // Whether it is there shows when the layer's entries come.
    }
}
