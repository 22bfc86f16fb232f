package dev.tare.content;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A collector's result for one file. It counts only if the file is visible in a container. */
public interface Finding {

    /** The approximate number of characters that it keeps in memory. */
    long length();

    /** The total number of characters of several texts. */
    static long lengthOf(@Nullable String... texts) {
        return Stream.of(texts).mapToLong(text -> text == null ? 0 : text.length()).sum();
    }
}
