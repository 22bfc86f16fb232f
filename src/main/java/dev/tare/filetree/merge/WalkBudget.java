package dev.tare.filetree.merge;

import dev.tare.filetree.AssemblyBudget;
import dev.tare.limits.LimitExceededException;

/** What walking to folders may cost, for all layers of an image together. */
final class WalkBudget {

    /** Enough for each of a million files to be written through a link; an attacker would have them without end. */
    private static final long MAX_LINK_STEPS = 2_000_000;

    /** Every folder on the way is looked up by its whole path, so that a deep one costs the square of its depth. */
    private static final long MAX_WALKED = 512L << 20;

    private final AssemblyBudget budget;

    private long linkSteps;

    private long walked;

    WalkBudget(AssemblyBudget budget) {
        this.budget = budget;
    }

    /** Takes the look at a path on the way. */
    void pass(String path, String layerName) {
        this.budget.step(path);
        this.walked += path.length();
        if (this.walked > MAX_WALKED) {
            throw LimitExceededException.fixed("walkedPaths", MAX_WALKED, "characters of paths to look up on the way to"
                    + " its entries", layerName);
        }
    }

    /** Takes the folders that a link puts on the way. */
    void follow(int folders, String layerName) {
        this.linkSteps += folders;
        if (this.linkSteps > MAX_LINK_STEPS) {
            throw LimitExceededException.fixed("linkSteps", MAX_LINK_STEPS, "folders to pass behind symbolic links",
                    layerName);
        }
    }
}
