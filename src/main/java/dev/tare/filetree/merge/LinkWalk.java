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

/** Resolves folders name by name through symbolic links. Its limits apply to all layers of an image together. */
final class LinkWalk {

    private final Deque<String> ahead = new ArrayDeque<>();

    private final Deadline deadline;

    private final Budget walked = new Budget(Limit.WALKED_PATHS);

    private final Budget steps = new Budget(Limit.LINK_STEPS);

    LinkWalk(Deadline deadline) {
        this.deadline = deadline;
    }

    /** The path of the folder behind all links. */
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

    /** The links and folders on the way. */
    interface Way {

        /** The target of the symbolic link at a path, or {@code null} if there is no link to follow. */
        @Nullable
        String linkTarget(String path);

        /**
         * Passes a folder on the way.
         *
         * @param folder the destination
         */
        void enter(String path, String folder);
    }
}
