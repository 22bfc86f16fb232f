package dev.tare.content;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A collector's result for one file. It counts only if the file is visible in a container. */
public interface Finding {

    /** The approximate number of characters that it keeps in memory. */
    long length();

    /**
     * The finding without the secrets in its sentences. Names, versions and paths are data and stay.
     *
     * @param masking writes a string without its secrets
     */
    default Finding masked(UnaryOperator<String> masking) {
        return this;
    }

    /** The texts that outputs mask like sentences, but that are masked only when an image is assembled. */
    default Stream<String> unmasked() {
        return Stream.empty();
    }

    /** Whether a hard-linked file counts once for each name under which its reader expects the file. */
    default boolean countsForEachName() {
        return false;
    }

    /** The total number of characters of several strings. */
    static long lengthOf(@Nullable String... texts) {
        return Stream.of(texts).mapToLong(text -> text == null ? 0 : text.length()).sum();
    }

    /** A finding that counts only if a hard link gives the file a name that the collector wants. */
    record OfLinks(Finding finding) implements Finding {

        @Override
        public long length() {
            return this.finding.length();
        }

        @Override
        public Finding masked(UnaryOperator<String> masking) {
            return new OfLinks(this.finding.masked(masking));
        }

        @Override
        public Stream<String> unmasked() {
            return this.finding.unmasked();
        }

        @Override
        public boolean countsForEachName() {
            return true;
        }
    }
}
