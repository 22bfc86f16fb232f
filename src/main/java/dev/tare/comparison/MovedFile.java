package dev.tare.comparison;

import dev.tare.inspection.FileEntry;

/**
 * A file whose content the other image has at another path, where the first one has none.
 *
 * @param from what was there before
 * @param to   the same content now, perhaps with another mode or owner
 */
public record MovedFile(FileEntry from, FileEntry to) {}
