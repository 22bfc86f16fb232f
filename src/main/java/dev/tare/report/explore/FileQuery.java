package dev.tare.report.explore;

import java.util.Comparator;

import dev.tare.filetree.FileTree;
import org.jspecify.annotations.Nullable;

/**
 * Conditions for files, and their order.
 *
 * @param text  part of the path; empty for any
 * @param glob  {@code null} for any
 * @param kind  {@code null} for any
 * @param line  identifier of a line or chapter of the breakdown; empty for any
 * @param layer index of the layer in either image, or {@code null} for any
 * @param min   least bytes in either image
 */
public record FileQuery(String text, @Nullable Glob glob, FoundFile.@Nullable Kind kind, String line,
        @Nullable Integer layer, long min, Sort sort) {

    boolean accepts(FoundFile file, SearchSteps steps) {
        return (this.kind == null || this.kind == file.kind())
                && Math.max(file.before(), file.after()) >= this.min
                && (this.layer == null || (file.from() != null && file.from().layer() == this.layer)
                        || (file.to() != null && file.to().layer() == this.layer))
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

    /** The order of the rows. */
    public enum Sort {

        PATH, SIZE, CHANGE;

        Comparator<FoundFile> order() {
            return switch (this) {
                case PATH -> Comparator.comparing(FoundFile::path, FileTree.ORDER);
                case SIZE -> Comparator.comparingLong((FoundFile file) -> -Math.max(file.before(), file.after()))
                        .thenComparing(PATH.order());
                case CHANGE -> Comparator.comparingLong((FoundFile file) -> -Math.abs(file.after() - file.before()))
                        .thenComparing(SIZE.order());
            };
        }
    }
}
