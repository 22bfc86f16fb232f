package dev.tare.content;

import dev.tare.archive.tar.TarEntry;
import org.jspecify.annotations.Nullable;

/**
 * Observes the content of a file as it streams by, together with all others that do. This is for files that many
 * ecosystems look into, such as executables, which may be large.
 */
public non-sealed interface StreamCollector extends Collector {

    /** Starts with a file that it wants. */
    Observation observe(TarEntry file);

    /** The way through one file. */
    interface Observation extends ContentObserver {

        /** Called after the last byte; {@code null} if the file holds nothing of interest. */
        @Nullable
        Finding finish();
    }
}
