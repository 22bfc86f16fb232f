package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;

/**
 * The same content in several files of the merged tree. All names of a hard-linked file are one file.
 *
 * @param size   of the content in bytes
 * @param copies the number of files with it, at least two
 * @param files  the first of these files by path, each with its layer
 */
public record DuplicateContent(Digest content, long size, int copies, List<FileEntry> files) {

    public DuplicateContent {
        files = List.copyOf(files);
    }

    /** The bytes that a single copy would save. */
    public long savable() {
        return this.size * (this.copies - 1);
    }
}
