package dev.tare.ecosystem.rust;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector;

/** Reads the list of crates in executables and shared libraries. */
final class RustExecutableCollector implements StreamCollector {

    @Override
    public boolean wants(TarEntry file) {
        return NativeCode.mayBe(file);
    }

    @Override
    public Observation observe(TarEntry file) {
        return new CrateSearch();
    }
}
