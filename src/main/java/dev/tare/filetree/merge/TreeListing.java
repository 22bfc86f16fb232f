package dev.tare.filetree.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.content.FilePaths;
import dev.tare.filetree.DeletedNames;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.filetree.Inode;
import dev.tare.filetree.StringPool;
import dev.tare.filetree.layer.ContentFindings;
import dev.tare.filetree.merge.MergedLayers.FileSecrets;
import dev.tare.filetree.merge.MergedLayers.Found;
import dev.tare.limits.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Lists the names of all folders in the order of their paths. The contents of a folder do not always follow it
 * directly: {@code a-b} comes between {@code a} and {@code a/b}.
 */
final class TreeListing {

    private final StringPool texts;

    private final Map<String, Folder> folders;

    private final Inodes inodes;

    private final Deadline deadline;

    private final FileTree.Builder tree;

    private final List<Found> findings = new ArrayList<>();

    private final List<FileSecrets> secrets = new ArrayList<>();

    private final Map<Integer, String> firstNames = new HashMap<>();

    private final Map<String, String> contentNames = new HashMap<>();

    private final Deque<Level> levels = new ArrayDeque<>();

    /** @param folders by path; the listing empties the map */
    TreeListing(StringPool texts, Map<String, Folder> folders, Inodes inodes, Deadline deadline) {
        this.texts = texts;
        this.folders = folders;
        this.inodes = inodes;
        this.deadline = deadline;
        this.tree = new FileTree.Builder(texts);
    }

    MergedLayers list(List<WastedFile> waste, DeletedNames deleted, List<FileSecrets> hiddenSecrets) {
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
        return new MergedLayers(this.tree.build(), this.findings, waste, deleted, this.secrets, this.contentNames);
    }

    private void enter(String path) {
        Folder folder = this.folders.remove(path);
        if (folder != null) {
            this.levels.push(level(folder));
        }
    }

    private void add(Folder folder, int place) {
        this.deadline.step();
        int number = folder.inode(place);
        Inode inode = this.inodes.whole(number);
        String firstName = firstName(number, inode, folder, place);
        this.tree.add(folder.path(), folder.name(place), inode, folder.layer(place), firstName);
        if (firstName == null) {
            take(this.inodes.findings(number), this.inodes.layer(number));
        }
    }

    /** Records the findings in the file that was added last. */
    private void take(ContentFindings found, int layer) {
        if (!found.isEmpty()) {
            FileEntry file = this.tree.last();
            if (!found.secrets().isEmpty()) {
                this.secrets.add(new FileSecrets(found.secrets(), file.path(), layer, null));
            }
            found.collected().forEach(one -> this.findings.add(new Found(file, one.reader(), one.finding())));
        }
    }

    private @Nullable String firstName(int number, Inode inode, Folder folder, int place) {
        if (inode.type() != EntryType.FILE || !this.inodes.isLinked(number)) {
            return null;
        }
        String path = path(folder, place);
        String first = this.firstNames.putIfAbsent(number, path);
        if (first == null && !path.equals(this.inodes.contentName(number))) {
            this.contentNames.put(path, this.inodes.contentName(number));
        }
        return first;
    }

    private String path(Folder folder, int place) {
        return FilePaths.join(folder.path(), this.texts.get(folder.name(place)));
    }

    private Level level(Folder folder) {
        Integer[] steps = Arrays.stream(folder.places())
                .flatMap(place -> isFolder(folder, place) ? IntStream.of(place << 1, (place << 1) | 1)
                        : IntStream.of(place << 1))
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(steps, (one, other) -> compare(folder, one, other));
        return new Level(folder, steps);
    }

    private boolean isFolder(Folder folder, int place) {
        return this.inodes.get(folder.inode(place)).isDirectory();
    }

    private int compare(Folder folder, int one, int other) {
        this.deadline.step();
        return this.texts.compare(folder.name(one >> 1), Level.isIntoFolder(one), folder.name(other >> 1),
                Level.isIntoFolder(other));
    }

    /** A folder that is being listed. It has a step for each name, and a second one for the contents of each folder. */
    private static final class Level {

        private final Folder folder;

        private final Integer[] steps;

        private int next;

        Level(Folder folder, Integer[] steps) {
            this.folder = folder;
            this.steps = steps;
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

        private static boolean isIntoFolder(int step) {
            return (step & 1) != 0;
        }
    }
}
