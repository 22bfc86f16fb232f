package dev.tare.source.format;

/** The entries of an archive, or the files of a folder, by their paths; links lead to what they point to. */
public interface Entries {

    /** How errors name the archive or folder. */
    String name();

    boolean has(String path);

    /**
     * Reads a JSON document.
     *
     * @throws MissingEntryException               if it is not there
     * @throws dev.tare.limits.LimitExceededException if it is larger than a document may be
     */
    byte[] document(String path);

    /** The path behind all links. */
    String resolve(String path);
}
