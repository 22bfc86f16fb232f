package dev.tare.web;

import dev.tare.report.section.SoftwareFilter;
import dev.tare.web.request.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a comparison that a page shows.
 *
 * @param from index of the image before; the first by default
 * @param to   index of the image after; the second by default
 * @param rows greatest number of rows of long lists
 * @param text a part of the names of the packages and libraries to show
 * @param sort order of the packages and libraries: {@code name}; otherwise the largest come first
 */
record View(@Nullable Integer from, @Nullable Integer to, @Nullable Integer rows, @Nullable String text,
        @Nullable String sort) {

    private static final int ROWS = 20;

    static final int MOST_ROWS = 1000;

    private static final int MOST_TEXT = 64;

    int fromImage(int images) {
        return image("from", this.from, 0, images);
    }

    int toImage(int images) {
        return image("to", this.to, Math.min(1, images - 1), images);
    }

    SoftwareFilter software() {
        String wanted = this.text == null ? "" : this.text.strip();
        if (wanted.length() > MOST_TEXT) {
            throw new InvalidParameterException("The parameter \"text\" has " + wanted.length()
                    + " characters, but at most " + MOST_TEXT + " are possible.");
        }
        return new SoftwareFilter(wanted, "name".equals(this.sort));
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
