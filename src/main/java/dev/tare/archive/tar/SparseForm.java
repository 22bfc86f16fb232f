package dev.tare.archive.tar;

/**
 * In which of GNU tar's PAX forms a sparse file is. Records of a sparse file's name and size mean nothing without what
 * tells the form.
 *
 * @see <a href="https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html">GNU tar, storing sparse
 *      files</a>
 */
enum SparseForm {

    /** The file is none. */
    NONE,

    /** The map is in the records: 0.0 and 0.1, which at first did not say so. */
    IN_RECORDS,

    /** The map is in front of the data: 1.0. */
    IN_CONTENT;

    static SparseForm of(PaxRecords pax) {
        String major = pax.text("GNU.sparse.major");
        String minor = pax.text("GNU.sparse.minor");
        if (major == null && minor == null) {
            return pax.text("GNU.sparse.map") == null && pax.sparseNumbers().isEmpty() ? NONE : IN_RECORDS;
        }
        return switch (major + "." + minor) {
            case "0.0", "0.1" -> IN_RECORDS;
            case "1.0" -> IN_CONTENT;
            default -> NONE;
        };
    }
}
