package dev.tare.inspection.waste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import dev.tare.content.FilePaths;
import dev.tare.filetree.Inode;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.filetree.layer.ScannedEntries;
import dev.tare.limits.Deadline;

/** The stack of lower layers as in dive, limited to paths that whiteouts hide. */
final class DiveFolders {

    /** Sorted hashes of all paths that any layer hides. */
    private final long[] hiddenSomewhere;

    private final Deadline deadline;

    private final NavigableMap<String, Inode> stack = new TreeMap<>();

    /** The folder of the last lookup, because the next entry is usually in the same folder. */
    private String askedFolder = "";

    private boolean askedFolderIsHidden;

    private DiveFolders(long[] hiddenSomewhere, Deadline deadline) {
        this.hiddenSomewhere = hiddenSomewhere;
        this.deadline = deadline;
    }

    static DiveFolders of(List<LayerScan> scans, Deadline deadline) {
        return new DiveFolders(
                scans.stream().flatMap(scan -> plain(scan).stream()).mapToLong(PathHash::of).sorted().toArray(),
                deadline);
    }

    /** The paths that a layer's whiteouts hide, with the bytes below each path that is a folder of any layer. */
    Map<String, Long> hidden(LayerScan scan) {
        Set<String> paths = plain(scan);
        Below below = below(paths.stream().filter(this::isFolder).map(path -> path + "/").sorted().toList());
        Map<String, Long> hidden = new HashMap<>();
        paths.forEach(path -> hidden.put(path, isFolder(path) ? below.size(path) : 0L));
        return hidden;
    }

    /** @param folders with trailing slashes, sorted, so that nested ones follow directly */
    private Below below(List<String> folders) {
        List<String> paths = new ArrayList<>();
        List<Inode> inodes = new ArrayList<>();
        String end = "";
        for (String folder : folders) {
            if (folder.compareTo(end) >= 0) {
                end = end(folder);
                this.stack.subMap(folder, end).forEach((path, inode) -> {
                    this.deadline.step();
                    paths.add(path);
                    inodes.add(inode);
                });
            }
        }
        long[] before = new long[inodes.size() + 1];
        for (int i = 0; i < inodes.size(); i++) {
            before[i + 1] = before[i] + inodes.get(i).size();
        }
        return new Below(paths, before);
    }

    /** The first path after the contents of a folder. */
    private static String end(String folder) {
        return folder.substring(0, folder.length() - 1) + (char) ('/' + 1);
    }

    private boolean isFolder(String path) {
        Inode there = this.stack.get(path);
        return there != null && there.isDirectory();
    }

    /** Adds a layer on top. */
    void apply(LayerScan scan) {
        for (String path : plain(scan)) {
            this.stack.remove(path);
            this.stack.subMap(path + "/", path + "0").clear();
        }
        for (ScannedEntries.Entry scanned : scan.entries()) {
            this.deadline.step();
            if (isHiddenSomewhere(scanned.path()) && DiveScorer.counts(scanned.path())) {
                this.stack.put(scanned.path(), scanned.inode());
            }
        }
    }

    private boolean isHiddenSomewhere(String path) {
        if (this.hiddenSomewhere.length == 0) {
            return false;
        }
        String folder = FilePaths.parent(path);
        if (!folder.equals(this.askedFolder)) {
            this.askedFolder = folder;
            this.askedFolderIsHidden = Arrays.stream(PathHash.ofAll(folder)).anyMatch(this::isHiddenSomewhere);
        }
        return this.askedFolderIsHidden || isHiddenSomewhere(PathHash.of(path));
    }

    private boolean isHiddenSomewhere(long hash) {
        return Arrays.binarySearch(this.hiddenSomewhere, hash) >= 0;
    }

    private static Set<String> plain(LayerScan scan) {
        Set<String> hidden = new HashSet<>();
        scan.whiteouts()
                .stream()
                .filter(whiteout -> !whiteout.opaque() && DiveScorer.counts(whiteout.path()))
                .forEach(whiteout -> hidden.add(whiteout.hidden()));
        return hidden;
    }

    /**
     * All paths of the stack in some folders, with running totals of their bytes. The size of a folder is the
     * difference of two totals. Hidden paths leave the stack afterwards, so no entry is here twice.
     */
    private static final class Below {

        private final List<String> paths;

        private final long[] before;

        private Below(List<String> paths, long[] before) {
            this.paths = paths;
            this.before = before;
        }

        long size(String folder) {
            return this.before[place(end(folder + "/"))] - this.before[place(folder + "/")];
        }

        private int place(String path) {
            int found = Collections.binarySearch(this.paths, path);
            return found < 0 ? -found - 1 : found;
        }
    }
}
