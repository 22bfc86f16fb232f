package dev.tare.filetree.merge;

import java.util.List;

import dev.tare.content.Finding;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

/**
 * An image's layers as one.
 *
 * @param findings those of files that a container sees, by path
 * @param waste    in the order in which it came about
 * @param secrets  in files, the hidden ones in the order in which they were hidden, the others by path
 */
public record MergedLayers(FileTree files, List<Found> findings, List<WastedFile> waste,
        List<FileSecrets> secrets) {

    public MergedLayers {
        findings = List.copyOf(findings);
        waste = List.copyOf(waste);
        secrets = List.copyOf(secrets);
    }

    /**
     * A collector's finding in a file.
     *
     * @param reader id of the reader that the collector belongs to
     */
    public record Found(FileEntry file, String reader, Finding finding) {}
}
