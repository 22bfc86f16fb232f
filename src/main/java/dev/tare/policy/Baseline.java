package dev.tare.policy;

/** The image over which budgets limit the growth of others. */
public sealed interface Baseline {

    /** The first image of a comparison. A single image has none. */
    Baseline FIRST = new Compared(0);

    /**
     * An image of the comparison.
     *
     * @param index from 0
     */
    record Compared(int index) implements Baseline {}

    /** An image that is not compared. */
    record Other(Figures figures) implements Baseline {}
}
