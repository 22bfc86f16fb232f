package dev.tare.report;

import java.util.List;

/**
 * The images side by side: a row for each thing, a column for each image. Rows in which they differ come first.
 *
 * @param packages of the operating system and of languages, by ecosystem and name
 * @param jars     by library, whatever their paths
 * @param shadedLibraries by library, those that were unpacked into jars; they are not among the jars
 * @param contents counts of files, paths, executables, libraries and of each kind of the surface
 * @param files    as far as they differ
 */
public record MatrixReport(Listing<VersionRowReport> packages, Listing<VersionRowReport> jars,
        Listing<VersionRowReport> shadedLibraries, Listing<VersionRowReport> javaRuntimes,
        Listing<ConfigRowReport> config, List<CountRowReport> contents, List<PracticeRowReport> practices,
        FileMatrixReport files) {

    /** Of an image that has no other beside it. */
    static final MatrixReport NONE = new MatrixReport(Listing.none(), Listing.none(), Listing.none(), Listing.none(),
            Listing.none(), List.of(), List.of(), FileMatrixReport.NONE);

    public MatrixReport {
        contents = List.copyOf(contents);
        practices = List.copyOf(practices);
    }
}
