package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;

/**
 * The same content in several files of the merged tree. All names of a hard-linked file are one file.
 *
 * @param size   of the content in bytes
 * @param copies how many files have it, at least two
 * @param files  the first of them by path, with the layer of each
 */
public record DuplicateContent(Digest content, long size, int copies, List<FileEntry> files) {

    public DuplicateContent {
        files = List.copyOf(files);
    }

    /** The bytes that one copy alone would save. */
    public long savable() {
        return this.size * (this.copies - 1);
    }
}
