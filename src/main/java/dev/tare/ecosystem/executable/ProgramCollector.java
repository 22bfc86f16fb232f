package dev.tare.ecosystem.executable;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.StreamCollector;

/** Reads the versions of programs from executables and shared libraries that have the name of a known program. */
final class ProgramCollector implements StreamCollector {

    private static final int ANY_EXECUTE = 0111;

    @Override
    public boolean wants(TarEntry file) {
        String path = file.path();
        boolean isCode = Program.isLibrary(path) ? path.contains(".so") : (file.mode() & ANY_EXECUTE) != 0;
        return isCode && !ProgramTable.of(path).isEmpty();
    }

    @Override
    public Observation observe(TarEntry file) {
        return new ProgramSearch(file.path());
    }
}
