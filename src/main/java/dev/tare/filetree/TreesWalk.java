package dev.tare.filetree;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Walks any number of file trees side by side in the order of their paths, each path once, and holds no more of them
 * than where it is. For two trees, {@link TreeWalk} gives more detail.
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

    /** Shows every path of any of the trees to the visitor. */
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

    /** Finds the first of the next paths and where each tree has it. */
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

        /** A path that all trees have and which differs in nothing but times and layers. */
        void alike();

        /** Any other path. */
        void different(Place place);
    }

    /** A path and where each tree has it. Its entries are put together when they are asked for. */
    public static final class Place {

        private final FileTable[] trees;

        private final int[] at;

        private Place(FileTable[] trees, int[] at) {
            this.trees = trees;
            this.at = at;
        }

        /** Whether all trees have it. */
        public boolean isEverywhere() {
            return Arrays.stream(this.at).noneMatch(index -> index == ABSENT);
        }

        /** Whether a tree has it. */
        public boolean isIn(int tree) {
            return this.at[tree] != ABSENT;
        }

        /** The bytes that it adds to the visible size of a tree: 0 if they are counted at another name. */
        public long countedSize(int tree) {
            return isIn(tree) ? this.trees[tree].countedSize(this.at[tree]) : 0;
        }

        /** The entry of a tree there, or {@code null}. */
        public @Nullable FileEntry entry(int tree) {
            return isIn(tree) ? this.trees[tree].get(this.at[tree]) : null;
        }
    }
}
