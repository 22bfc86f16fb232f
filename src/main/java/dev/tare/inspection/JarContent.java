package dev.tare.inspection;

/** Reads what is in a jar, within the bounds of all that is read of it. */
interface JarContent {

    /**
     * An entry's content.
     *
     * @throws UnreadableZipException if it is damaged, or more than {@code max} bytes
     */
    ZipSlice read(ZipEntrySlice entry, long max);

    /**
     * Something of the jar stays unknown.
     *
     * @param because a sentence without its full stop
     */
    void unread(String because);
}
