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

    boolean accepts(FoundFile file) {
        return (this.kind == null || this.kind == file.kind())
                && Math.max(file.before(), file.after()) >= this.min
                && (this.layer == null || (file.from() != null && file.from().layer() == this.layer)
                        || (file.to() != null && file.to().layer() == this.layer))
                && (acceptsPath(file.path())
                        || (file.kind() == FoundFile.Kind.MOVED && file.from() != null
                                && acceptsPath(file.from().path())));
    }

    private boolean acceptsPath(String path) {
        return (this.text.isEmpty() || ("/" + path).contains(this.text))
                && (this.glob == null || this.glob.matches(path));
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
