package dev.tare.catalog;

/** Rejects property values that would make the service useless. */
final class Positive {

    private Positive() {}

    static void require(String property, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(property + " must be greater than 0, but is " + value);
        }
    }
}
