package dev.tare.filetree.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTable;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.Inode;
import dev.tare.filetree.Texts;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Lists the names of all folders in the order of their paths. What is in a folder does not always follow it at once:
 * {@code a-b} comes between {@code a} and {@code a/b}.
 */
final class TreeListing {

    private final Texts texts;

    private final Map<String, Folder> folders;

    private final Inodes inodes;

    private final Deadline deadline;

    private final FileTable table;

    private final List<Found> findings = new ArrayList<>();

    private final List<FileSecrets> secrets = new ArrayList<>();

    private final Map<Integer, String> firstNames = new HashMap<>();

    private final Deque<Level> levels = new ArrayDeque<>();

    /** @param folders by path; they are gone afterwards */
    TreeListing(Texts texts, Map<String, Folder> folders, Inodes inodes, Deadline deadline) {
        this.texts = texts;
        this.folders = folders;
        this.inodes = inodes;
        this.deadline = deadline;
        this.table = new FileTable(texts);
    }

    MergedLayers list(List<WastedFile> waste, List<FileSecrets> hiddenSecrets) {
        this.secrets.addAll(hiddenSecrets);
        enter("");
        while (!this.levels.isEmpty()) {
            Level level = this.levels.peek();
            if (!level.hasNext()) {
                this.levels.pop();
            } else if (level.isFolderNext()) {
                enter(path(level.folder, level.next()));
            } else {
                add(level.folder, level.next());
            }
        }
        this.table.trim();
        return new MergedLayers(new FileTree(this.table), this.findings, waste, this.secrets);
    }

    private void enter(String path) {
        Folder folder = this.folders.remove(path);
        if (folder != null) {
            this.levels.push(new Level(folder));
        }
    }

    private void add(Folder folder, int place) {
        this.deadline.step();
        int number = folder.inode(place);
        Inode inode = this.inodes.whole(number);
        String firstName = firstName(number, inode, folder, place);
        this.table.add(folder.path(), folder.name(place), inode, folder.layer(place), firstName);
        if (firstName == null) {
            take(this.inodes.findings(number), this.inodes.layer(number));
        }
    }

    /** Takes what was found in the file that was added last. */
    private void take(ContentFindings found, int layer) {
        if (!found.isEmpty()) {
            FileEntry file = this.table.get(this.table.size() - 1);
            if (!found.secrets().isEmpty()) {
                this.secrets.add(new FileSecrets(found.secrets(), file.path(), layer, null));
            }
            if (found.finding() != null) {
                this.findings.add(new Found(file, found.finding()));
            }
        }
    }

    private @Nullable String firstName(int number, Inode inode, Folder folder, int place) {
        return inode.type() == EntryType.FILE && this.inodes.isLinked(number)
                ? this.firstNames.putIfAbsent(number, path(folder, place))
                : null;
    }

    private String path(Folder folder, int place) {
        return FilePaths.join(folder.path(), this.texts.get(folder.name(place)));
    }

    /** A folder that is being listed: for each name a step, and for each folder another one for what is in it. */
    private final class Level {

        private final Folder folder;

        private final Integer[] steps;

        private int next;

        Level(Folder folder) {
            this.folder = folder;
            this.steps = Arrays.stream(folder.places())
                    .flatMap(place -> isFolder(place) ? Arrays.stream(new int[] { place << 1, (place << 1) | 1 })
                            : Arrays.stream(new int[] { place << 1 }))
                    .boxed()
                    .toArray(Integer[]::new);
            Arrays.sort(this.steps, this::compare);
        }

        boolean hasNext() {
            return this.next < this.steps.length;
        }

        boolean isFolderNext() {
            return isIntoFolder(this.steps[this.next]);
        }

        int next() {
            return this.steps[this.next++] >> 1;
        }

        private boolean isFolder(int place) {
            return TreeListing.this.inodes.get(this.folder.inode(place)).isDirectory();
        }

        private int compare(int one, int other) {
            TreeListing.this.deadline.step();
            return TreeListing.this.texts.compare(this.folder.name(one >> 1), isIntoFolder(one),
                    this.folder.name(other >> 1), isIntoFolder(other));
        }

        private static boolean isIntoFolder(int step) {
            return (step & 1) != 0;
        }
    }
}
