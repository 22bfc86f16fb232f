package dev.tare.content;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of a file. Files that several collectors want are buffered. So this is for small files, and for
 * files of few ecosystems.
 */
public non-sealed interface ContentCollector extends Collector {

    /**
     * Whether the first bytes of a file, which no collector wants by its name, may show that it is of interest. {@link
     * #collect} then returns {@code null} for most of these files.
     */
    default boolean tries(TarEntry file) {
        return false;
    }

    /**
     * Whether a file, which no collector wants by its name, may get a name that this collector wants from a hard link.
     * Package managers link files from a store or a cache, and a layer has the content under its first name only.
     */
    default boolean wantsForLinks(TarEntry file) {
        return false;
    }

    /**
     * Reads as much of the content as needed. The caller reads the rest.
     *
     * @return {@code null} if the file does not have the form that its name or its first bytes suggest
     * @throws IOException only if the content cannot be read
     */
    @Nullable
    Finding collect(TarEntry file, InputStream content) throws IOException;
}
