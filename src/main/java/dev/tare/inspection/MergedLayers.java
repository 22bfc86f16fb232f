package dev.tare.inspection;

import java.util.List;

/**
 * An image's layers as one.
 *
 * @param findings those of files that a container sees, by path
 * @param waste    in the order in which it came about
 */
record MergedLayers(FileTree files, List<Found> findings, List<WastedFile> waste) {

    MergedLayers {
        findings = List.copyOf(findings);
        waste = List.copyOf(waste);
    }

    /** What a collector made of a file. */
    record Found(FileEntry file, Finding finding) {}
}
