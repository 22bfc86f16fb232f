package dev.tare.report.explore;

/** Counts the characters that a search compares, up to a limit. */
final class SearchSteps {

    private long left;

    /** @param most the greatest number of characters */
    SearchSteps(long most) {
        this.left = most;
    }

    /**
     * Compares one more character.
     *
     * @throws SearchTooLongException beyond the limit
     */
    void next() {
        if (this.left-- <= 0) {
            throw new SearchTooLongException();
        }
    }
}
