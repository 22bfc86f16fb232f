package dev.tare.content;

import dev.tare.archive.tar.TarEntry;

/**
 * Makes a finding of the content of certain files while a layer streams by. It is called for several layers at once, so
 * it keeps no state, and it keeps memory bounded whatever the content is.
 */
public sealed interface Collector permits ContentCollector, StreamCollector {

    /** Whether the content of this file is of interest. */
    boolean wants(TarEntry file);
}
