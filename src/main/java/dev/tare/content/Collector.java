package dev.tare.content;

import dev.tare.archive.tar.TarEntry;

/**
 * Turns the content of certain files into findings while a layer streams by. Several layers call it at once, so it has
 * no state. Its memory is bounded for any content.
 */
public sealed interface Collector permits ContentCollector, StreamCollector {

    /** The facts that are unknown if this collector does not read a file. */
    default Unread.Subject subject() {
        return Unread.Subject.LANGUAGE_PACKAGE;
    }

    /** Whether the collector wants the content of this file. */
    boolean wants(TarEntry file);
}
