package dev.tare.filetree;

import org.jspecify.annotations.Nullable;

/**
 * Walks two file trees side by side in the order of their paths, each path once. It creates entries only for paths that
 * differ, because most are alike.
 */
public final class TreeWalk {

    private final FileTable from;

    private final FileTable to;

    private final Visitor visitor;

    private TreeWalk(FileTree from, FileTree to, Visitor visitor) {
        this.from = from.table();
        this.to = to.table();
        this.visitor = visitor;
    }

    /** Passes every path of either tree to the visitor. */
    public static void walk(FileTree from, FileTree to, Visitor visitor) {
        new TreeWalk(from, to, visitor).run();
    }

    private void run() {
        int nextFrom = 0;
        int nextTo = 0;
        while (nextFrom < this.from.size() || nextTo < this.to.size()) {
            int order = order(nextFrom, nextTo);
            if (order == 0) {
                pair(nextFrom++, nextTo++);
            } else if (order < 0) {
                this.visitor.different(this.from.get(nextFrom++), null);
            } else {
                this.visitor.different(null, this.to.get(nextTo++));
            }
        }
    }

    private int order(int nextFrom, int nextTo) {
        if (nextFrom == this.from.size()) {
            return 1;
        }
        return nextTo == this.to.size() ? -1 : this.from.comparePath(nextFrom, this.to, nextTo);
    }

    private void pair(int one, int other) {
        if (this.from.inode(one).isLike(this.to.inode(other))) {
            this.visitor.alike(this.from.countedSize(one), this.to.countedSize(other));
        } else {
            this.visitor.different(this.from.get(one), this.to.get(other));
        }
    }

    /** Receives each path once. */
    public interface Visitor {

        /**
         * A path with entries in both trees that differ at most in times and layers.
         *
         * @param fromBytes the bytes that the entry adds to the visible size of its tree, 0 if another name counts them
         * @param toBytes   the same for the other tree
         */
        void alike(long fromBytes, long toBytes);

        /**
         * Any other path.
         *
         * @param from {@code null} if only the other tree has the path
         * @param to   {@code null} if only the first tree has the path
         */
        void different(@Nullable FileEntry from, @Nullable FileEntry to);
    }
}
