package dev.tare.filetree;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/**
 * What making an inspection of an image's scanned layers may still cost: memory, of which the scans have taken their
 * part, and time. Every loop that an image can make long takes steps of it. For one thread.
 */
public final class AssemblyBudget {

    /** A step takes far less time than asking for it. */
    private static final int STEPS = 4096;

    /** As many take about as long as a step. */
    private static final int CHARACTERS_PER_STEP = 64;

    private final ScanBudget memory;

    private final Deadline deadline;

    private int steps;

    public AssemblyBudget(ScanBudget memory, Deadline deadline) {
        this.memory = memory;
        this.deadline = deadline;
    }

    /** One of layers that nothing was taken for. */
    public static AssemblyBudget of(Limits limits) {
        return new AssemblyBudget(new ScanBudget(limits), Deadline.of(limits));
    }

    /** @throws dev.tare.limits.LimitExceededException if now and then one finds that the time is over */
    public void step() {
        step(1);
    }

    /** Takes as many steps as it costs to look up a path. */
    public void step(String path) {
        step(1 + path.length() / CHARACTERS_PER_STEP);
    }

    private void step(int count) {
        this.steps += count;
        if (this.steps >= STEPS) {
        check();
        }
    }

    /** @throws dev.tare.limits.LimitExceededException if the time is over */
    public void check() {
        this.steps = 0;
        this.deadline.check();
    }

    /** Takes a folder that no entry has. */
    public void takeFolder(String path) {
        this.memory.takeFolder(path);
    }

    /** Takes a text that is kept beside the entry that it is of. */
    public void takeText(String text) {
        this.memory.takeText(text);
    }
}
