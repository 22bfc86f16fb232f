package dev.tare.report.explore;

import java.util.Objects;

import dev.tare.filetree.FileEntry;
import dev.tare.inspection.ledger.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * A path in two images, or a file that moved.
 *
 * @param from {@code null} if only the second image has it
 * @param to   {@code null} if only the first image has it
 * @param owner by the breakdown of the second image, or else of the first
 */
public record FoundFile(Kind kind, @Nullable FileEntry from, @Nullable FileEntry to, Ownership owner) {

    /** The path in the second image, or else that in the first. */
    public String path() {
        return Objects.requireNonNull(this.to == null ? this.from : this.to).path();
    }

    /** Bytes in the first image; 0 for the further names of a hard-linked file. */
    public long before() {
        return bytes(this.from);
    }

    /** Bytes in the second image; 0 for the further names of a hard-linked file. */
    public long after() {
        return bytes(this.to);
    }

    /** Bytes of the larger of both files. */
    long largest() {
        return Math.max(before(), after());
    }

    /** The name that counts the bytes of this hard-linked file, or {@code null}. */
    public @Nullable String sameFileAs() {
        return Objects.requireNonNull(this.to == null ? this.from : this.to).sameFileAs();
    }

    /** Whether another name counts its bytes in one of the images. */
    boolean isLinked() {
        return isLinked(this.from) || isLinked(this.to);
    }

    private static boolean isLinked(@Nullable FileEntry file) {
        return file != null && file.sameFileAs() != null;
    }

    private static long bytes(@Nullable FileEntry file) {
        return file == null || isLinked(file) ? 0 : file.size();
    }

    /** How the images differ in a path. */
    public enum Kind {

        ADDED, REMOVED, MODIFIED, MOVED, SAME
    }
}
