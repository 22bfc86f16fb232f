package dev.tare.content;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.ObservedStream.ContentObserver;
import org.jspecify.annotations.Nullable;

/**
 * Observes the content of a file as it streams by, together with other collectors. This is for files that many
 * ecosystems read and that may be large, such as executables.
 */
public non-sealed interface StreamCollector extends Collector {

    /** Starts to observe a file that it wants. */
    Observation observe(TarEntry file);

    /** The observation of one file. */
    interface Observation extends ContentObserver {

        /** Ends the observation after the last byte. The result is {@code null} if the file has nothing of interest. */
        @Nullable
        Finding finish();
    }
}
