package dev.tare.content;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of the content of certain files while a layer streams by. It is called for several layers at once, so
 * it keeps no state, and it keeps memory bounded whatever the content is.
 */
public interface ContentCollector {

    /** Whether the content of this file is of interest. */
    boolean wants(TarEntry file);

    /**
     * Reads as much of the content as it takes; the rest is read by the caller.
     *
     * @return {@code null} if the file is not what its name promised
     * @throws IOException only if the content cannot be read
     */
    @Nullable
    Finding collect(TarEntry file, InputStream content) throws IOException;
}
