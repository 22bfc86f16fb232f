package dev.tare.inspection;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A jar in a jar.
 *
 * @param path below the file: {@code !/BOOT-INF/lib/inner.jar}, and so on for jars in jars in jars
 * @param fingerprint {@code null} if it could not be read
 */
record NestedJar(String path, JarCoordinates coordinates, long size, Digest content,
        @Nullable JarFingerprint fingerprint) {

    private static final int OVERHEAD = 256 + JarFingerprint.LENGTH;

    /** About how many characters it keeps in memory. */
    long length() {
        return OVERHEAD + this.path.length() + this.coordinates.length();
    }
}
