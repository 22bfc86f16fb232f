package dev.tare.ecosystem.rust;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.StreamCollector;

/** Reads the list of crates in executables and shared libraries. */
final class RustExecutableCollector implements StreamCollector {

    private static final int ANY_EXECUTE = 0111;

    @Override
    public boolean wants(TarEntry file) {
        return (file.mode() & ANY_EXECUTE) != 0 || file.path().endsWith(".so");
    }

    @Override
    public Observation observe(TarEntry file) {
        return new CrateSearch();
    }
}
