package dev.tare.ecosystem.go;

import java.util.Locale;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.StreamCollector;

/**
 * Reads the module information that Go 1.18 and later put into executables. Like {@code go version -m} for a folder, it
 * reads executable files and Windows {@code .exe} files.
 *
 * @see <a href="https://pkg.go.dev/debug/buildinfo">debug/buildinfo</a>
 */
final class GoExecutableCollector implements StreamCollector {

    private static final int ANY_EXECUTE = 0111;

    @Override
    public boolean wants(TarEntry file) {
        return file.size() >= BuildInfoSearch.HEADER_SIZE
                && ((file.mode() & ANY_EXECUTE) != 0 || file.path().toLowerCase(Locale.ROOT).endsWith(".exe"));
    }

    @Override
    public Observation observe(TarEntry file) {
        return new BuildInfoSearch();
    }
}
