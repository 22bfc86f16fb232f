package dev.tare.web;

import dev.tare.web.request.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a comparison that a page shows.
 *
 * @param from index of the image before; the first by default
 * @param to   index of the image after; the second by default
 * @param rows greatest number of rows of long lists
 */
record View(@Nullable Integer from, @Nullable Integer to, @Nullable Integer rows) {

    private static final int ROWS = 20;

    private static final int MOST_ROWS = 1000;

    int fromImage(int images) {
        return image("from", this.from, 0, images);
    }

    int toImage(int images) {
        return image("to", this.to, 1, images);
    }

    int rowCount() {
        return this.rows == null ? ROWS : Math.clamp(this.rows, 1, MOST_ROWS);
    }

    private static int image(String name, @Nullable Integer index, int otherwise, int images) {
        int chosen = index == null ? otherwise : index;
        if (chosen < 0 || chosen >= images) {
            throw new InvalidParameterException("The parameter \"" + name + "\" is " + chosen
                    + ", but this comparison has the images 0 to " + (images - 1) + ".");
        }
        return chosen;
    }
}
