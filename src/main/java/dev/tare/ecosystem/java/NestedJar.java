package dev.tare.ecosystem.java;

import dev.tare.image.Digest;

/**
 * A jar in a jar.
 *
 * @param path below the file: {@code !/BOOT-INF/lib/inner.jar}, and so on for jars in jars in jars
 */
public record NestedJar(String path, ReadJar jar, long size, Digest content) {

    private static final int OVERHEAD = 256;

    /** About how many characters it keeps in memory. */
    long length() {
        return OVERHEAD + this.path.length() + this.jar.length();
    }
}
