package dev.tare.comparison;

import dev.tare.inspection.Inspection;

/** What is different in one image when seen from another. */
public record Difference(Inspection from, Inspection to) {

    static Difference between(Inspection from, Inspection to) {
        return new Difference(from, to);
    }
}
