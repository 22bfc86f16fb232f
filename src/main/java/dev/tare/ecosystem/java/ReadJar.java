package dev.tare.ecosystem.java;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was read of one jar.
 *
 * @param libraries   that were unpacked into it
 * @param fingerprint {@code null} if it could not be read
 */
public record ReadJar(JarCoordinates coordinates, List<ShadedLibrary> libraries, @Nullable JarFingerprint fingerprint) {

    public ReadJar {
        libraries = List.copyOf(libraries);
    }

    /** One of which only the file name is known. */
    static ReadJar unread(JarFileName name) {
        return new ReadJar(name.toCoordinates(), List.of(), null);
    }

    /** About how many characters it keeps in memory. */
    long length() {
        return this.coordinates.length() + JarFingerprint.LENGTH
                + this.libraries.stream().mapToLong(ShadedLibrary::length).sum();
    }
}
