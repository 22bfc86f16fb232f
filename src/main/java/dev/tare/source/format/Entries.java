package dev.tare.source.format;

/** The entries of an archive, or the files of a folder, by their paths. Links are resolved. */
public interface Entries {

    /** The name of the archive or folder for errors. */
    String name();

    boolean has(String path);

    /**
     * Whether the source has an entry in another platform's part of the image, which is left out. It can only be
     * selected.
     */
    default boolean offers(String path) {
        return false;
    }

    /**
     * Reads a JSON document.
     *
     * @throws MissingEntryException               if the entry does not exist
     * @throws dev.tare.limits.LimitExceededException if it exceeds the limit for documents
     */
    byte[] document(String path);

    /** The path with all links resolved. */
    String resolve(String path);
}
