package dev.tare.ecosystem.java;

import dev.tare.content.Finding;

/**
 * A jar that is damaged or too large.
 *
 * @param path    below the file as for {@link NestedJar}; {@code ""} for the file itself
 * @param because a sentence
 */
public record UnreadJar(String path, String because) {

    private static final int OVERHEAD = 128;

    long length() {
        return OVERHEAD + Finding.lengthOf(this.path, this.because);
    }
}
