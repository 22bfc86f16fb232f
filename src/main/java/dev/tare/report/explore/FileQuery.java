package dev.tare.report.explore;

import java.util.Comparator;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Conditions for files, and their order.
 *
 * @param text  part of the path; empty for any
 * @param glob  {@code null} for any
 * @param kind  {@code null} for any
 * @param line  identifier of a line or chapter of the breakdown; empty for any
 * @param layer that added the file, or {@code null} for any
 * @param min   least bytes of the larger of both files
 * @param max   greatest bytes of the larger of both files
 */
public record FileQuery(String text, @Nullable Glob glob, FoundFile.@Nullable Kind kind, String line,
        @Nullable LayerPlace layer, long min, long max, Order order) {

    /** All files in an order. */
    public static FileQuery all(Order order) {
        return new FileQuery("", null, null, "", null, 0, Long.MAX_VALUE, order);
    }

    boolean accepts(FoundFile file, SearchSteps steps) {
        long size = file.largest();
        return (this.kind == null || this.kind == file.kind())
                && size >= this.min
                && size <= this.max
                && (this.layer == null || this.layer.has(file))
                && (acceptsPath(file.path(), steps)
                        || (file.kind() == FoundFile.Kind.MOVED && file.from() != null
                                && acceptsPath(file.from().path(), steps)));
    }

    private boolean acceptsPath(String path, SearchSteps steps) {
        return (this.text.isEmpty() || hasText("/" + path, steps))
                && (this.glob == null || this.glob.matches(path, steps));
    }

    /** Characters before a possible beginning cost no step. */
    private boolean hasText(String path, SearchSteps steps) {
        int start = path.indexOf(this.text.charAt(0));
        while (start >= 0 && start + this.text.length() <= path.length()) {
            int same = 0;
            do {
                steps.next();
                same++;
            } while (same < this.text.length() && path.charAt(start + same) == this.text.charAt(same));
            if (same == this.text.length()) {
                return true;
            }
            start = path.indexOf(this.text.charAt(0), start + 1);
        }
        return false;
    }

    /**
     * A layer of one of the images.
     *
     * @param second whether it is a layer of the second image
     * @param index  from 0, the lowest
     */
    public record LayerPlace(boolean second, int index) {

        private boolean has(FoundFile file) {
            FileEntry entry = this.second ? file.to() : file.from();
            return entry != null && entry.layer() == this.index;
        }
    }

    /** The order of the rows. Rows that are equal in it are in the order of their paths. */
    public record Order(Sort sort, boolean descending) {

        Comparator<FoundFile> comparator() {
            Comparator<FoundFile> comparator = this.sort.comparator();
            Comparator<FoundFile> first = this.descending ? comparator.reversed() : comparator;
            return this.sort == Sort.PATH ? first : first.thenComparing(Sort.PATH.comparator());
        }
    }

    /** What orders the rows. */
    public enum Sort {

        PATH,

        /** The line of the breakdown. */
        PART,

        KIND,

        /** The bytes in the first image. */
        BEFORE,

        /** The bytes in the second image. */
        AFTER,

        /** The bytes of the larger of both files. */
        SIZE,

        /** The bytes of growth or reduction. Equal changes are in the order of their sizes. */
        CHANGE;

        private Comparator<FoundFile> comparator() {
            return switch (this) {
                case PATH -> Comparator.comparing(FoundFile::path, FileTree.ORDER);
                case PART -> Comparator.comparing((FoundFile file) -> file.owner().chapter())
                        .thenComparing(file -> file.owner().line());
                case KIND -> Comparator.comparing(FoundFile::kind);
                case BEFORE -> Comparator.comparingLong(FoundFile::before);
                case AFTER -> Comparator.comparingLong(FoundFile::after);
                case SIZE -> Comparator.comparingLong(FoundFile::largest);
                case CHANGE -> Comparator.comparingLong((FoundFile file) -> Math.abs(file.after() - file.before()))
                        .thenComparing(SIZE.comparator());
            };
        }
    }
}
