package dev.tare.ecosystem.executable;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector;

/** Reads the versions of programs from executables and shared libraries that have the name of a known program. */
final class ProgramCollector implements StreamCollector {

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        boolean isCode =
                Program.isLibrary(path) ? NativeCode.isSharedLibrary(path) : NativeCode.isExecutable(file.mode());
        return isCode && !ProgramTable.of(path).isEmpty();
    }

    @Override
    public Observation observe(TarEntry file) {
        return new ProgramSearch(file.path());
    }
}
