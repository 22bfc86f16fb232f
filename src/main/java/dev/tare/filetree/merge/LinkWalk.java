package dev.tare.filetree.merge;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.tare.content.FilePaths;
import dev.tare.filetree.InvalidLayerException;
import dev.tare.filetree.PathResolver;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limit;
import org.jspecify.annotations.Nullable;

/** Walks to folders through the symbolic links on the way, name by name, within limits for all layers of an image. */
final class LinkWalk {

    private final Deque<String> ahead = new ArrayDeque<>();

    private final Deadline deadline;

    private final Budget walked = new Budget(Limit.WALKED_PATHS);

    private final Budget steps = new Budget(Limit.LINK_STEPS);

    LinkWalk(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Where the folder really is. */
    String to(String folder, Way way, String layerName) {
        FilePaths.pushNames(folder, this.ahead);
        String reached = "";
        for (int links = 0; !this.ahead.isEmpty();) {
            String next = FilePaths.step(reached, this.ahead.pop());
            this.deadline.step(next);
            this.walked.take(next.length(), layerName);
            String target = way.linkTarget(next);
            if (target == null) {
                way.enter(next, folder);
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
        this.steps.take(this.ahead.size(), layerName);
    }

    /** The links and folders on a way. */
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
