package dev.tare.ecosystem.java;

import java.util.List;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A Java archive and the library it most probably is.
 *
 * @param path       of the file, without a leading slash; of a jar in a jar {@code outer.jar!/inner.jar}
 * @param groupId    or {@code null} if nothing says it
 * @param artifactId at least what the file name says
 * @param version    or {@code null} if nothing says it
 * @param evidence   which source gave the coordinates
 * @param size       of the archive in bytes
 * @param content    digest of the archive
 * @param fingerprint of what is in it; {@code null} if it could not be read, or nobody asked
 * @param libraries  that were unpacked into it, as shaded jars have them
 */
public record Jar(String path, @Nullable String groupId, String artifactId, @Nullable String version,
        Evidence evidence, long size, Digest content, int layer, @Nullable JarFingerprint fingerprint,
        List<ShadedLibrary> libraries) {

    public Jar {
        libraries = List.copyOf(libraries);
    }

    /** A jar of which only the digest is known. */
    public Jar(String path, @Nullable String groupId, String artifactId, @Nullable String version, Evidence evidence,
            long size, Digest content, int layer) {
        this(path, groupId, artifactId, version, evidence, size, content, layer, null, List.of());
    }

    /** Where a jar's coordinates were found. */
    public enum Evidence {

        /** {@code META-INF/maven/…/pom.properties}. */
        POM_PROPERTIES,

        /** {@code META-INF/MANIFEST.MF}. */
        MANIFEST,

        /** The name of the file. */
        FILE_NAME
    }

    /** What stays the same from version to version: {@code group:artifact}, or the artifact alone. */
    public String library() {
        return this.groupId == null ? this.artifactId : this.groupId + ":" + this.artifactId;
    }
}
