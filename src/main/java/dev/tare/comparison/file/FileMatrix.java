package dev.tare.comparison.file;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tare.comparison.change.ContentLabels;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

/**
 * The differing files of any number of images side by side.
 *
 * @param same      the number of paths that are equal in all images
 * @param differing the number of other paths
 * @param images    one for each image in order: its tally of the differing paths
 * @param largest   the largest differing paths, largest first
 */
public record FileMatrix(long same, long differing, List<PathCount> images, List<Row> largest) {

    public FileMatrix {
        images = List.copyOf(images);
        largest = List.copyOf(largest);
    }

    /**
     * Compares any number of file trees.
     *
     * @param most the maximum number of rows, at least one
     */
    public static FileMatrix of(List<FileTree> trees, int most) {
        return FileRows.compare(trees, most);
    }

    /**
     * The number of paths (files, folders and links) and the size of their files. Only one name of hard-linked content
     * counts.
     */
    public record PathCount(long paths, long bytes) {}

    /**
     * A path that differs, with its entry in each image.
     *
     * @param entries  one for each image in order; empty if it does not have the path
     * @param aspects  in which the images with the path differ, in the order of their declaration
     * @param contents one for each image: a letter for its type, content and target; empty if it does not have the
     *                 path, or if all images with the path are equal in these
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
            ContentLabels letters = new ContentLabels();
            return new Row(present.getFirst().path(), entries, aspects, entries.stream()
                    .map(entry -> entry.filter(found -> lettered).map(found -> letters.of(content(found))))
                    .toList());
        }

        /** The aspects in which files at one path differ. */
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
