package dev.tare.filetree.merge;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.tare.content.FilePaths;
import dev.tare.filetree.InvalidLayerException;
import dev.tare.filetree.PathResolver;
import org.jspecify.annotations.Nullable;

/** Walks to folders through the symbolic links on the way to them, name by name, and never without end. */
final class LinkWalk {

    private final Way way;

    private final Deque<String> ahead = new ArrayDeque<>();

    private final WalkBudget budget;

    LinkWalk(Way way, WalkBudget budget) {
        this.way = way;
        this.budget = budget;
    }

    /** Where the folder really is. */
    String to(String folder, String layerName) {
        FilePaths.pushNames(folder, this.ahead);
        String reached = "";
        for (int links = 0; !this.ahead.isEmpty();) {
            String next = FilePaths.step(reached, this.ahead.pop());
            this.budget.pass(next, layerName);
            String target = this.way.linkTarget(next);
            if (target == null) {
                this.way.enter(next, folder);
                reached = next;
            } else if (++links > PathResolver.MAX_LINKS) {
                throw InvalidLayerException.linkLoop(layerName, folder);
            } else {
                follow(target, layerName);
                reached = target.startsWith("/") ? "" : reached;
            }
        }
        return reached;
    }

    private void follow(String target, String layerName) {
        FilePaths.pushNames(target, this.ahead);
        this.budget.follow(this.ahead.size(), layerName);
    }

    /** What there is on the way. */
    interface Way {

        /** Where the symbolic link at a path leads that is to be followed, or {@code null} if none is there. */
        @Nullable
        String linkTarget(String path);

        /**
         * A folder that the way passes.
         *
         * @param folder that it goes to
         */
        void enter(String path, String folder);
    }
}
