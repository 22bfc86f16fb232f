package dev.tare.inspection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import dev.tare.archive.EntryType;

/** The layers below as dive stacks them, as far as whiteouts hide them. */
final class DiveFolders {

    private final Set<String> hiddenSomewhere = new HashSet<>();

    private final NavigableMap<String, Inode> stack = new TreeMap<>();

    /** The folder that was asked for last, since the next entry is mostly in the same one. */
    private String askedFolder = "";

    private boolean askedFolderIsHidden;

    DiveFolders(List<LayerScan> scans) {
        scans.forEach(scan -> plain(scan).forEach(this.hiddenSomewhere::add));
    }

    /** What a layer's whiteouts hide, and how many bytes that is if it is a folder that some layer has by itself. */
    Map<String, Long> hidden(LayerScan scan) {
        Map<String, Long> hidden = new HashMap<>();
        Below below = null;
        for (String path : plain(scan)) {
            Inode folder = this.stack.get(path);
            if (folder == null || folder.type() != EntryType.DIRECTORY) {
                hidden.put(path, 0L);
            } else {
                below = below == null ? new Below(this.stack) : below;
                hidden.put(path, below.size(path));
            }
        }
        return hidden;
    }

    /** Puts a layer on top. */
    void apply(LayerScan scan) {
        for (String path : plain(scan)) {
            this.stack.remove(path);
            this.stack.subMap(path + "/", path + "0").clear();
        }
        for (ScannedEntry scanned : scan.entries()) {
            if (isHiddenSomewhere(scanned.path()) && DiveScorer.counts(scanned.path())) {
                this.stack.put(scanned.path(), scanned.inode());
            }
        }
    }

    private boolean isHiddenSomewhere(String path) {
        if (this.hiddenSomewhere.isEmpty()) {
            return false;
        }
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.askedFolder)) {
            this.askedFolder = folder;
            this.askedFolderIsHidden = false;
            for (String next = folder; !next.isEmpty() && !this.askedFolderIsHidden; next = FilePaths.parent(next)) {
                this.askedFolderIsHidden = this.hiddenSomewhere.contains(next);
            }
        }
        return this.askedFolderIsHidden || this.hiddenSomewhere.contains(path);
    }

    private static Set<String> plain(LayerScan scan) {
        Set<String> hidden = new HashSet<>();
        scan.whiteouts()
                .stream()
                .filter(whiteout -> !whiteout.opaque() && DiveScorer.counts(whiteout.path()))
                .forEach(whiteout -> hidden.add(whiteout.hidden()));
        return hidden;
    }

    /** All paths of the stack, and the bytes of all that come before each: what is in a folder is a difference of two. */
    private static final class Below {

        private final String[] paths;

        private final long[] before;

        Below(NavigableMap<String, Inode> stack) {
            this.paths = stack.keySet().toArray(String[]::new);
            this.before = new long[this.paths.length + 1];
            int at = 0;
            for (Inode entry : stack.values()) {
                this.before[at + 1] = this.before[at] + entry.size();
                at++;
            }
        }

        long size(String folder) {
            return this.before[place(folder + "0")] - this.before[place(folder + "/")];
        }

        private int place(String path) {
            int found = Arrays.binarySearch(this.paths, path);
            return found < 0 ? -found - 1 : found;
        }
    }
}
