package dev.tare.ecosystem.java;

import java.util.Optional;

import dev.tare.archive.zip.UnreadableZipException;
import dev.tare.archive.zip.ZipListing;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a jar hold, within the bounds of all that is read of it. Its methods throw
 * {@link UnreadableZipException} if an entry is damaged or too large.
 */
interface JarContent {

    /**
     * Adds a jar in it that is not larger than {@code max} bytes, and those in that one, to what is found.
     *
     * @return {@code null} if it could not be read
     */
    @Nullable
    JarFingerprint jar(ZipListing entry, JarPlace place, long max);

    JarManifest manifest(ZipListing entry);

    /** Nothing if it names no library. */
    Optional<JarCoordinates> pom(ZipListing entry);
}
