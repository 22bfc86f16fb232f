package dev.tare.policy;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.inspection.Inspection;

/** The image over which budgets limit the growth of others, and which itself need not keep the requirements. */
public sealed interface Baseline {

    /** The first image of a comparison. A single image has none. */
    Baseline FIRST = new Compared(0);

    /**
     * The indexes of the images that limits of growth, checks and forbidden contents apply to: all but the baseline.
     *
     * @param images in the order of the comparison; a single one is never the baseline
     */
    default List<Integer> gated(List<Inspection> images) {
        int own = indexIn(images);
        return IntStream.range(0, images.size()).filter(i -> images.size() == 1 || i != own).boxed().toList();
    }

    /** Returns the index of the baseline, or -1 if it is not compared. */
    private int indexIn(List<Inspection> images) {
        return switch (this) {
            case Compared(int index) -> index;
            case Other(Figures figures) -> {
                Inspection image = figures.inspection();
                yield image == null ? -1
                        : images.stream().map(one -> one.image().id()).toList().indexOf(image.image().id());
            }
        };
    }

    /**
     * An image of the comparison.
     *
     * @param index from 0
     */
    record Compared(int index) implements Baseline {}

    /** An image by itself. It may be a compared one, too. */
    record Other(Figures figures) implements Baseline {}
}
