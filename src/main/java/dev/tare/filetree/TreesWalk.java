package dev.tare.filetree;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Walks any number of file trees side by side in the order of their paths, each path once. It keeps only its position
 * in memory. For two trees, {@link TreeWalk} gives more detail.
 */
public final class TreesWalk {

    private static final int ABSENT = -1;

    private final FileTable[] trees;

    private final int[] next;

    private final Visitor visitor;

    private TreesWalk(List<FileTree> trees, Visitor visitor) {
        this.trees = trees.stream().map(FileTree::table).toArray(FileTable[]::new);
        this.next = new int[this.trees.length];
        this.visitor = visitor;
    }

    /** Passes every path of any tree to the visitor. */
    public static void walk(List<FileTree> trees, Visitor visitor) {
        new TreesWalk(trees, visitor).run();
    }

    private void run() {
        int[] at = new int[this.trees.length];
        while (findNext(at)) {
            for (int tree = 0; tree < at.length; tree++) {
                this.next[tree] += at[tree] == ABSENT ? 0 : 1;
            }
            if (isAlike(at)) {
                this.visitor.alike();
            } else {
                this.visitor.different(new Place(this.trees, at.clone()));
            }
        }
    }

    /** Finds the first of the next paths, and its index in each tree. */
    private boolean findNext(int[] at) {
        Arrays.fill(at, ABSENT);
        int first = ABSENT;
        for (int tree = 0; tree < at.length; tree++) {
            if (this.next[tree] == this.trees[tree].size()) {
                continue;
            }
            int order = first == ABSENT ? -1
                    : this.trees[tree].comparePath(this.next[tree], this.trees[first], this.next[first]);
            if (order < 0) {
                Arrays.fill(at, 0, tree, ABSENT);
                first = tree;
            }
            at[tree] = order <= 0 ? this.next[tree] : ABSENT;
        }
        return first != ABSENT;
    }

    private boolean isAlike(int[] at) {
        for (int tree = 0; tree < at.length; tree++) {
            if (at[tree] == ABSENT || !this.trees[tree].inode(at[tree]).isLike(this.trees[0].inode(at[0]))) {
                return false;
            }
        }
        return true;
    }

    /** Receives each path once. */
    public interface Visitor {

        /** A path in all trees whose entries differ at most in times and layers. */
        void alike();

        /** Any other path. */
        void different(Place place);
    }

    /** A path and its index in each tree. Entries are created on request. */
    public static final class Place {

        private final FileTable[] trees;

        private final int[] at;

        private Place(FileTable[] trees, int[] at) {
            this.trees = trees;
            this.at = at;
        }

        /** Whether all trees have the path. */
        public boolean isEverywhere() {
            return Arrays.stream(this.at).noneMatch(index -> index == ABSENT);
        }

        /** Whether a tree has the path. */
        public boolean isIn(int tree) {
            return this.at[tree] != ABSENT;
        }

        /** The bytes that the path adds to the visible size of a tree, 0 if another name counts them. */
        public long countedSize(int tree) {
            return isIn(tree) ? this.trees[tree].countedSize(this.at[tree]) : 0;
        }

        /** The entry of a tree at the path, or {@code null}. */
        public @Nullable FileEntry entry(int tree) {
            return isIn(tree) ? this.trees[tree].get(this.at[tree]) : null;
        }
    }
}
