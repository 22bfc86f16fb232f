package dev.tare.comparison.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tare.comparison.change.ContentLetters;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

/**
 * The files of any number of images side by side, as far as they differ.
 *
 * @param same      how many paths are the same in all images
 * @param differing how many are not
 * @param images    one for each image, in their order: what it has of those that differ
 * @param largest   those that differ, the largest first; cut
 */
public record FileMatrix(long same, long differing, List<PathCount> images, List<Row> largest) {

    public FileMatrix {
        images = List.copyOf(images);
        largest = List.copyOf(largest);
    }

    /**
     * Compares any number of file trees.
     *
     * @param most how many rows are kept, at least one
     */
    public static FileMatrix of(List<FileTree> trees, int most) {
        return FileRows.compare(trees, most);
    }

    /**
     * How many paths, of files, folders and links alike, and what their files weigh, hard-linked content at one of its names
     * only.
     */
    public record PathCount(long paths, long bytes) {}

    /**
     * A path that is not the same in all images, and what of it each has.
     *
     * @param entries  one for each image, in their order; empty if it does not have the path
     * @param aspects  what is different among the images that have it, in the order of their declaration
     * @param contents one for each image: the letter of its type, content and target, the same for the same; empty if it does
     *                 not have the path, or if these are the same wherever it is
     */
    public record Row(String path, List<Optional<FileEntry>> entries, Set<Aspect> aspects,
            List<Optional<String>> contents) {

        private static final Set<Aspect> LETTERED =
                EnumSet.of(Aspect.TYPE, Aspect.CONTENT, Aspect.LINK_TARGET, Aspect.DEVICE_NUMBER);

        public Row {
            entries = List.copyOf(entries);
            aspects = Collections.unmodifiableSet(aspects);
            contents = List.copyOf(contents);
        }

        static Row of(List<Optional<FileEntry>> entries) {
            List<FileEntry> present = entries.stream().flatMap(Optional::stream).toList();
            Set<Aspect> aspects = aspects(present);
            boolean lettered = !Collections.disjoint(aspects, LETTERED);
            ContentLetters letters = new ContentLetters();
            return new Row(present.getFirst().path(), entries, aspects, entries.stream()
                    .map(entry -> entry.filter(found -> lettered).map(found -> letters.of(content(found))))
                    .toList());
        }

        /** What is different about files of one path. */
        static Set<Aspect> aspects(List<FileEntry> files) {
            Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
            files.forEach(file -> aspects.addAll(FileComparer.aspects(files.getFirst(), file)));
            return aspects;
        }

        private static Object content(FileEntry entry) {
            return Arrays.asList(entry.type(), entry.content(), entry.linkTarget(), entry.device());
        }
    }
}
