package dev.tare.ecosystem.java.sbom;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.NativeCode;
import dev.tare.content.StreamCollector;

/**
 * Reads the bill of materials that GraalVM puts into the executables and shared libraries that it compiles.
 *
 * @see <a href="https://www.graalvm.org/latest/security-guide/native-image/sbom/">Software Bill of Materials in Native
 *      Image</a>
 */
public final class NativeImageCollector implements StreamCollector {

    /** Smaller files contain no Java runtime. The smallest native executable has some megabytes. */
    static final int MIN_SIZE = 1 << 20;

    @Override
    public boolean wants(TarEntry file) {
        return file.size() >= MIN_SIZE && NativeCode.mayBe(file);
    }

    @Override
    public Observation observe(TarEntry file) {
        return new NativeImageSearch();
    }
}
