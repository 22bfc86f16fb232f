package dev.tare.inspection;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.tare.archive.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** Walks to folders through the symbolic links on the way to them, name by name, and never without end. */
final class LinkWalk {

    /** Enough for each of a million files to be written through a link; an attacker would have them without end. */
    private static final long MAX_LINK_STEPS = 2_000_000;

    /** Every folder on the way is looked up by its whole path, so that a deep one costs the square of its depth. */
    private static final long MAX_WALKED = 512L << 20;

    private final Way way;

    private final Deque<String> ahead = new ArrayDeque<>();

    private long linkSteps;

    private long walked;

    LinkWalk(Way way) {
        this.way = way;
    }

    /** Where the folder really is. */
    String to(String folder, String layerName) {
        FilePaths.pushNames(folder, this.ahead);
        String reached = "";
        for (int links = 0; !this.ahead.isEmpty();) {
            String next = FilePaths.step(reached, this.ahead.pop());
            count(next, layerName);
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

    private void count(String path, String layerName) {
        this.walked += path.length();
        if (this.walked > MAX_WALKED) {
            throw LimitExceededException.fixed("walkedPaths", MAX_WALKED, "characters of paths to look up on the way to"
                    + " its entries", layerName);
        }
    }

    private void follow(String target, String layerName) {
        FilePaths.pushNames(target, this.ahead);
        this.linkSteps += this.ahead.size();
        if (this.linkSteps > MAX_LINK_STEPS) {
            throw LimitExceededException.fixed("linkSteps", MAX_LINK_STEPS, "folders to pass behind symbolic links",
                    layerName);
        }
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
