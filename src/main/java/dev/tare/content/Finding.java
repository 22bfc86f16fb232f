package dev.tare.content;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A collector's result for one file. It counts only if containers see the file. */
public interface Finding {

    /** About how many characters it keeps in memory. */
    long length();

    /** The characters of several texts together. */
    static long lengthOf(@Nullable String... texts) {
        return Stream.of(texts).mapToLong(text -> text == null ? 0 : text.length()).sum();
    }
}
