package dev.tare.ecosystem.go;

import java.util.Locale;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector;

/**
 * Reads the module information that Go 1.18 and later put into executables and shared libraries, also Windows
 * {@code .exe} files.
 *
 * @see <a href="https://pkg.go.dev/debug/buildinfo">debug/buildinfo</a>
 */
final class GoExecutableCollector implements StreamCollector {

    @Override
    public boolean wants(TarEntry file) {
        return file.size() >= BuildInfoSearch.HEADER_SIZE
                && (NativeCode.mayBe(file) || file.path().toLowerCase(Locale.ROOT).endsWith(".exe"));
    }

    @Override
    public Observation observe(TarEntry file) {
        return new BuildInfoSearch();
    }
}
