package dev.tare.ecosystem.java;

import dev.tare.content.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A library that was unpacked into a jar, identified by its {@code META-INF/maven/…/pom.properties}.
 *
 * @param groupId {@code null} if the file does not state it
 * @param version {@code null} if the file does not state it
 */
public record ShadedLibrary(@Nullable String groupId, String artifactId, @Nullable String version) {

    private static final int OVERHEAD = 64;

    /** The coordinates without the version: {@code group:artifact}, or the artifact alone. */
    public String library() {
        return this.groupId == null ? this.artifactId : this.groupId + ":" + this.artifactId;
    }

    /** The approximate number of characters in memory. */
    long length() {
        return OVERHEAD + Finding.lengthOf(this.groupId, this.artifactId, this.version);
    }

    static ShadedLibrary from(JarCoordinates pom) {
        return new ShadedLibrary(pom.groupId(), pom.artifactId(), pom.version());
    }
}
