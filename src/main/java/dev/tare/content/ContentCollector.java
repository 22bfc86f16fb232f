package dev.tare.content;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.TarEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of a file. A file that several of them want is buffered, so that this is for files that few
 * ecosystems know, or small ones.
 */
public non-sealed interface ContentCollector extends Collector {

    /**
     * Reads as much of the content as it takes; the rest is read by the caller.
     *
     * @return {@code null} if the file is not what its name promised
     * @throws IOException only if the content cannot be read
     */
    @Nullable
    Finding collect(TarEntry file, InputStream content) throws IOException;
}
