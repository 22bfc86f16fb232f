package dev.tare.inspection;

/**
 * A jar that is damaged or too large.
 *
 * @param path    below the file as for {@link NestedJar}; {@code ""} for the file itself
 * @param because a sentence
 */
record UnreadJar(String path, String because) {

    private static final int OVERHEAD = 128;

    long length() {
        return OVERHEAD + Finding.lengthOf(this.path, this.because);
    }
}
