package dev.tare.comparison.file;

import java.util.Collections;
import java.util.Set;

import dev.tare.filetree.FileEntry;

/**
 * A file whose content the other image has at another path, where the first one has none.
 *
 * @param from    what was there before
 * @param to      the same content now
 * @param aspects what else is different about it, such as its mode, in the order of their declaration; mostly nothing
 */
public record MovedFile(FileEntry from, FileEntry to, Set<Aspect> aspects) {

    public MovedFile {
        aspects = Collections.unmodifiableSet(aspects);
    }
}
