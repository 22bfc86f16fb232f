package dev.tare.report;

/** The greatest lengths of lists in a report. {@link Listing#leftOut()} is the number of items beyond them. */
final class ListLimits {

    /** Changed files of each kind, for each pair of images, and of all images side by side. */
    static final int FILES = 1_000;

    /** Packages or jars of one image, and changes of them for each pair. */
    static final int PACKAGES = 5_000;

    /** Vulnerabilities of one image, and those that are gone, new or unchanged for each pair. */
    static final int VULNERABILITIES = 5_000;

    /** Paths of one kind of the surface of one image, and changes of the surface for each pair. */
    static final int SURFACE = 1_000;

    /** Wasted files of one image. */
    static final int WASTE = 100;

    /** Files of no package of one image, and folders of them. */
    static final int UNOWNED = 100;

    /** Lines of a ledger or of its difference, and entries of its short list. */
    static final int LEDGER = 1_000;

    /** Owners in one line of a ledger. */
    static final int OWNERS = 500;

    /** Unread files of one image. */
    static final int UNREAD = 1_000;

    /** Secrets of one image. */
    static final int SECRETS = 1_000;

    /** Moved files of one pair of images. */
    static final int MOVES = 1_000;

    /** Cells of a table with a row for each item and a column for each image. */
    static final int CELLS = 20_000;

    /** Changes of the config for each pair of images. */
    static final int CONFIG = 1_000;

    private ListLimits() {}
}
