package dev.tare.report.explore;

/** A text or pattern needs too many comparisons with the paths of the images. */
public final class SearchTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchTooLongException() {
        super("The filter takes too long for the paths of these images. Use a shorter text, or a pattern with fewer"
                + " asterisks.");
    }
}
