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

    /** What a collector made of a file. */
    public record Found(FileEntry file, Finding finding) {}
}
