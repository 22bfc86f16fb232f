package dev.tare.policy;

/** The image over which budgets limit the growth of others, and which itself need not keep the requirements. */
public sealed interface Baseline {

    /** The first image of a comparison. A single image has none. */
    Baseline FIRST = new Compared(0);

    /**
     * An image of the comparison.
     *
     * @param index from 0
     */
    record Compared(int index) implements Baseline {}

    /** An image by itself. It may be a compared one, too. */
    record Other(Figures figures) implements Baseline {}
}
